package studio.sinopia.world;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import studio.sinopia.condition.StorybookPalette;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;

/**
 * Raw files with some scenes: {@code pictures} [scenes, height, width, 3], {@code segments}, {@code lineart},
 * {@code depth}, {@code scribble} and {@code instances} (numbers of things, 0 for land and sky) [scenes, height, width], all unsigned bytes, and {@code scenes} with a line of JSON each. Scenes may be
 * put by several threads in any order. The files have their names only once all scenes are in them.
 */
final class Shard implements AutoCloseable {

    private static final List<String> MAPS =
            List.of("pictures", "segments", "lineart", "depth", "scribble", "instances");

    /** In the segments: a colour that is in no class. */
    private static final int NO_CLASS = 255;

    private final Path folder;
    private final String suffix;
    private final String[] lines;
    private final List<FileChannel> channels = new ArrayList<>();

    Shard(Path folder, int number, int scenes) throws IOException {
        this.folder = folder;
        this.suffix = String.format(Locale.ROOT, "-%05d", number);
        this.lines = new String[scenes];
        Arrays.fill(lines, "");
        for (String map : MAPS) {
            channels.add(FileChannel.open(
                    part(map),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE));
        }
    }

    private Path file(String map) {
        return folder.resolve(map + suffix + ".u8");
    }

    private Path part(String map) {
        return folder.resolve(map + suffix + ".u8.part");
    }

    /** @param index of the scene in this shard */
    void put(int index, RenderedScene scene) throws IOException {
        write(0, index, rgb(scene.picture()));
        write(1, index, classes(scene.segments()));
        write(2, index, grey(scene.lineArt()));
        write(3, index, grey(scene.depth()));
        write(4, index, grey(scene.scribble()));
        write(5, index, grey(scene.instances()));
        lines[index] = SceneLine.of(scene);
    }

    private void write(int map, int index, byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        long at = (long) index * bytes.length;
        while (buffer.hasRemaining()) {
            at += channels.get(map).write(buffer, at);
        }
    }

    private static byte[] rgb(Raster raster) {
        int[] pixels = raster.pixels();
        byte[] bytes = new byte[3 * pixels.length];
        for (int i = 0, at = 0; i < pixels.length; i++) {
            bytes[at++] = (byte) (pixels[i] >> 16);
            bytes[at++] = (byte) (pixels[i] >> 8);
            bytes[at++] = (byte) pixels[i];
        }
        return bytes;
    }

    private static byte[] grey(Raster raster) {
        int[] pixels = raster.pixels();
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            bytes[i] = (byte) pixels[i];
        }
        return bytes;
    }

    private static byte[] classes(Raster raster) {
        int[] pixels = raster.pixels();
        byte[] bytes = new byte[pixels.length];
        int colour = pixels[0];
        byte number = number(colour);
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != colour) {
                colour = pixels[i];
                number = number(colour);
            }
            bytes[i] = number;
        }
        return bytes;
    }

    private static byte number(int argb) {
        int index = StorybookPalette.PALETTE.indexOf(argb);
        return (byte) (index < 0 ? NO_CLASS : index);
    }

    /** To be called when all scenes have been put. */
    void finish() throws IOException, StudioException {
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].isEmpty()) {
                throw new IllegalStateException("Scene %d of %d is missing".formatted(i, lines.length));
            }
        }
        closeChannels();
        for (String map : MAPS) {
            Files.move(part(map), file(map), StandardCopyOption.REPLACE_EXISTING);
        }
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        AtomicFile.write(folder.resolve("scenes" + suffix + ".jsonl"), text);
    }

    private void closeChannels() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
    }

    /** Leaves nothing half written behind. */
    @Override
    public void close() throws IOException {
        closeChannels();
        for (String map : MAPS) {
            Files.deleteIfExists(part(map));
        }
    }
}

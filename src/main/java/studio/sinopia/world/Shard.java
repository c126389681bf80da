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
import studio.sinopia.core.Raster;

/**
 * Raw files with some scenes: {@code pictures} [scenes, height, width, 3], {@code segments}, {@code lineart} and
 * {@code depth} [scenes, height, width], all unsigned bytes, and {@code scenes} with a line of JSON each. Scenes may be put
 * by several threads in any order; the files get their names when the shard is closed complete.
 */
final class Shard implements AutoCloseable {

    private static final List<String> MAPS = List.of("pictures", "segments", "lineart", "depth");

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
                    part(map + suffix + ".u8"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE));
        }
    }

    private Path part(String name) {
        return folder.resolve(name + ".part");
    }

    void put(int index, RenderedScene scene) throws IOException {
        write(0, index, rgb(scene.picture()));
        write(1, index, classes(scene.segments()));
        write(2, index, grey(scene.lineArt()));
        write(3, index, grey(scene.depth()));
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

    /** Class numbers, 255 for a colour that is in no class. */
    private static byte[] classes(Raster raster) {
        int[] pixels = raster.pixels();
        byte[] bytes = new byte[pixels.length];
        int colour = 0;
        byte label = (byte) StorybookPalette.PALETTE.indexOf(colour);
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] != colour) {
                colour = pixels[i];
                label = (byte) StorybookPalette.PALETTE.indexOf(colour);
            }
            bytes[i] = label;
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        for (FileChannel channel : channels) {
            channel.close();
        }
        if (Arrays.stream(lines).anyMatch(String::isEmpty)) {
            return; // an error is on its way; the parts keep their names
        }
        String scenes = "scenes" + suffix + ".jsonl";
        Files.writeString(part(scenes), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        for (String map : MAPS) {
            finish(map + suffix + ".u8");
        }
        finish(scenes);
    }

    private void finish(String name) throws IOException {
        Files.move(part(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}

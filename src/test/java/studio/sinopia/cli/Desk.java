package studio.sinopia.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.sinopia.core.Folders;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.ProgramFolder;
import studio.sinopia.core.Raster;
import studio.sinopia.core.StudioException;

/** The command line in a folder of its own, with a fake engine and what it printed. */
final class Desk {

    final Path folder;
    final FakeEngine engine = new FakeEngine();
    final Interruption interruption = new Interruption();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /** @param folder empty; gets a program folder whose model says that it was trained at 64 x 48 */
    Desk(Path folder) {
        this.folder = folder;
        write(
                "program/assets/models/storybook/unet/config.json",
                "{\"sample_size\": [3, 4], \"cross_attention_dim\": 768}");
        write("program/assets/models/storybook/vae/config.json", "{\"block_out_channels\": [8, 8, 8, 8, 8]}");
    }

    /** Runs a command and gives its exit code. */
    int run(String... arguments) {
        return run(false, arguments);
    }

    int runOnATerminal(String... arguments) {
        return run(true, arguments);
    }

    private int run(boolean live, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var console = new Console(new PrintWriter(out), new PrintWriter(err), live);
        var bench = new Workbench(
                console,
                new Folders(folder.resolve("data"), folder.resolve("cache")),
                new ProgramFolder(folder.resolve("program")),
                () -> engine,
                interruption);
        return Commands.run(bench, arguments);
    }

    List<String> said() {
        return out.toString().lines().toList();
    }

    List<String> noted() {
        return err.toString().lines().toList();
    }

    /** All that went to standard error, line ends and all. */
    String errorOutput() {
        return err.toString();
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    String write(String name, String text) {
        return write(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    String write(String name, byte[] bytes) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), bytes);
            return path(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String write(String name, Raster picture) {
        try {
            PictureFile.write(path(name), picture);
            return path(name).toString();
        } catch (StudioException e) {
            throw new IllegalStateException(e);
        }
    }
}

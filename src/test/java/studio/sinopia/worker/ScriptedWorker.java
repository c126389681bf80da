package studio.sinopia.worker;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import studio.sinopia.core.Folders;
import studio.sinopia.core.Raster;
import studio.sinopia.recipe.Recipe;

/** A real worker process around a {@link ScriptedEngine}, small and fast to start. */
public final class ScriptedWorker {

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    private ScriptedWorker() {}

    public static void main(String[] args) throws Exception {
        Worker.serve(ScriptedEngine::new);
    }

    public static WorkerCommand command() {
        return command(ScriptedWorker.class.getName());
    }

    public static byte[] latents(long seed) {
        return ScriptedEngine.latents(seed);
    }

    public static Raster picture(Recipe recipe) {
        return ScriptedEngine.picture(recipe);
    }

    static WorkerCommand command(String mainClass) {
        WorkerCommand standard = WorkerCommand.standard(new Folders(TARGET, TARGET));
        List<String> options = standard.options().stream()
                .map(option -> option.equals("-Xmx1g") ? "-Xmx64m" : option)
                .toList();
        return new WorkerCommand(standard.java(), standard.classPath(), mainClass, options, Map.of());
    }
}

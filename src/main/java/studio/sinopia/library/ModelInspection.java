package studio.sinopia.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ElementType;
import studio.sinopia.engine.weights.ModelConfig;
import studio.sinopia.engine.weights.ModelFolder;
import studio.sinopia.engine.weights.ModelPart;

/** Tells what a model file or folder is. Reads configurations and headers, never weights. */
public final class ModelInspection {

    private static final List<String> PIPELINE = List.of("unet", "vae", "text_encoder");

    private ModelInspection() {}

    /**
     * @param path a folder in the diffusers layout, the folder of one network, or a safetensors file
     * @throws StudioException if it is none of these, or damaged
     */
    public static ModelFacts of(Path path) throws StudioException {
        if (Files.isRegularFile(path)) {
            return SingleFile.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new StudioException(new Problem(
                    "There is no such file or folder.",
                    path.toString(),
                    "Choose a model folder or a safetensors file."));
        }
        if (Files.isRegularFile(path.resolve("unet/config.json"))) {
            return pipeline(ModelFolder.open(path));
        }
        if (Files.isRegularFile(path.resolve("config.json"))) {
            return network(path);
        }
        throw new StudioException(new Problem(
                "The folder holds no model: neither unet/config.json nor config.json is in it.",
                path.toString(),
                "Choose a model folder or a safetensors file."));
    }

    private static ModelFacts pipeline(ModelFolder folder) throws StudioException {
        List<ModelFacts.Part> parts = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String name : PIPELINE) {
            read(folder, name, parts, missing);
        }
        ModelFamily family = ModelFamily.of(ModelConfig.read(folder.folder().resolve("unet/config.json")));
        if (folder.has("text_encoder_2") || family == ModelFamily.SDXL) {
            read(folder, "text_encoder_2", parts, missing);
        }
        if (folder.scheduler().isEmpty()) {
            missing.add("scheduler/scheduler_config.json");
        }
        for (String file : List.of("vocab.json", "merges.txt")) {
            boolean plain = Files.isRegularFile(folder.tokenizer().resolve(file));
            if (!plain && !Files.isRegularFile(folder.tokenizer().resolve(file + ".gz"))) {
                missing.add("tokenizer/" + file);
            }
        }
        SortedMap<String, String> controls = folder.controls();
        for (String part : new TreeSet<>(controls.values())) {
            read(folder, part, parts, missing);
        }
        return new ModelFacts(
                folder.folder(),
                family.title() + ", whole pipeline",
                family,
                parts,
                List.copyOf(controls.keySet()),
                missing,
                nativeSize(folder),
                prediction(folder));
    }

    private static void read(ModelFolder folder, String name, List<ModelFacts.Part> parts, List<String> missing)
            throws StudioException {
        Path place = folder.folder().resolve(name);
        if (!folder.has(name)) {
            missing.add(name);
        } else if (weightless(place)) {
            missing.add("weights of " + name);
        } else {
            parts.add(part(name, ModelPart.open(place)));
        }
    }

    private static boolean weightless(Path folder) throws StudioException {
        try (var files = Files.list(folder)) {
            return files.noneMatch(file -> file.getFileName().toString().contains(".safetensors"));
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    private static ModelFacts network(Path folder) throws StudioException {
        ModelPart part = ModelPart.open(folder);
        String network = part.config().text("_class_name", "network");
        ModelFamily family = ModelFamily.of(part.config());
        String title = family == ModelFamily.OTHER ? network : network + " for " + family.title();
        return new ModelFacts(
                folder,
                title,
                family,
                List.of(part(String.valueOf(folder.getFileName()), part)),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<String> prediction(ModelFolder folder) throws StudioException {
        Optional<ModelConfig> scheduler = folder.scheduler();
        return scheduler.isPresent()
                ? Optional.of(scheduler.get().text("prediction_type", "epsilon"))
                : Optional.empty();
    }

    static ModelFacts.Part part(String name, ModelPart part) throws StudioException {
        Map<ElementType, Long> numbers = new EnumMap<>(ElementType.class);
        part.entries().forEach(entry -> numbers.merge(entry.type(), entry.count(), Long::sum));
        String network = part.config().text("_class_name").orElseGet(() -> architecture(part.config()));
        return new ModelFacts.Part(name, network, numbers, part.files(), part.bytes());
    }

    private static String architecture(ModelConfig config) {
        try {
            return config.isList("architectures") ? String.join(", ", config.texts("architectures")) : "";
        } catch (StudioException unreadable) {
            return "";
        }
    }

    private static Optional<Size> nativeSize(ModelFolder folder) throws StudioException {
        ModelConfig unet = ModelConfig.read(folder.folder().resolve("unet/config.json"));
        if (!unet.has("sample_size") || !folder.has("vae")) {
            return Optional.empty();
        }
        ModelConfig vae = ModelConfig.read(folder.folder().resolve("vae/config.json"));
        String blocks = vae.has("block_out_channels") ? "block_out_channels" : "decoder_block_out_channels";
        int halvings = vae.isList(blocks) ? vae.integers(blocks).length - 1 : 3;
        int[] cells = unet.isList("sample_size")
                ? unet.integers("sample_size")
                : new int[] {unet.integer("sample_size"), unet.integer("sample_size")};
        if (cells.length != 2 || halvings < 0 || halvings > 7 || cells[0] < 1 || cells[1] < 1) {
            return Optional.empty();
        }
        return Optional.of(new Size(cells[1] << halvings, cells[0] << halvings)); // height stands first
    }
}

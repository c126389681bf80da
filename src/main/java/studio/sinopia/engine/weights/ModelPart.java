package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One network on disk. In the diffusers layout it is a folder with {@code config.json} and its weights, in one file or in
 * shards with an index; of a checkpoint it is a part of the file.
 *
 * @param path the folder or the file
 * @param config what the network is like
 * @param files its weights
 * @param places by the network's names, where the only file gives its weights other ones or holds more than them
 */
public record ModelPart(Path path, ModelConfig config, List<Path> files, Optional<Map<String, TensorPlace>> places) {

    private static final List<String> STEMS = List.of("diffusion_pytorch_model", "model");
    private static final List<String> VARIANTS = List.of("", ".fp16", ".bf16", ".non_ema");

    public ModelPart {
        files = List.copyOf(files);
        places = places.map(each -> Collections.unmodifiableMap(new LinkedHashMap<>(each)));
    }

    /** The same weights with another configuration. */
    public ModelPart with(ModelConfig other) {
        return new ModelPart(path, other, files, places);
    }

    /** @throws StudioException if the configuration or the weights are not there */
    public static ModelPart open(Path folder) throws StudioException {
        ModelConfig config = ModelConfig.read(folder.resolve("config.json"));
        for (String stem : STEMS) {
            for (String variant : VARIANTS) {
                Path single = folder.resolve(stem + variant + ".safetensors");
                if (Files.isRegularFile(single)) {
                    return new ModelPart(folder, config, List.of(single), Optional.empty());
                }
                Optional<Path> index = Stream.of(
                                stem + ".safetensors.index" + variant + ".json",
                                stem + variant + ".safetensors.index.json")
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .findFirst();
                if (index.isPresent()) {
                    return new ModelPart(folder, config, shards(index.get()), Optional.empty());
                }
            }
        }
        throw new StudioException(new Problem(
                "The folder has a configuration but no weights in safetensors form.",
                folder.toString(),
                "Put diffusion_pytorch_model.safetensors or model.safetensors into it."));
    }

    private static List<Path> shards(Path index) throws StudioException {
        var names = new TreeSet<String>();
        try {
            JsonNode map = new JsonMapper().readTree(Files.readAllBytes(index)).path("weight_map");
            map.values().forEach(name -> names.add(name.isString() ? name.stringValue() : ""));
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(index, e), e);
        } catch (JacksonException e) {
            throw new StudioException(indexProblem(index), e);
        }
        if (names.isEmpty()
                || names.stream()
                        .anyMatch(n ->
                                n.isEmpty() || !Path.of(n).equals(Path.of(n).getFileName()))) {
            throw new StudioException(indexProblem(index)); // also refuses names that lead out of the folder
        }
        return names.stream().map(index::resolveSibling).toList();
    }

    private static Problem indexProblem(Path index) {
        return new Problem(
                "The index does not say in which files the weights are.",
                index.toString(),
                "Fetch the file again from where it came.");
    }

    /** Opens the weights; close them when the network is built. */
    public StoredWeights weights(NDManager manager) throws StudioException {
        return places.isPresent()
                ? StoredWeights.open(files.getFirst(), places.get(), manager)
                : StoredWeights.open(files, manager);
    }

    /** Every weight under the network's name for it, from headers alone. */
    public List<TensorEntry> entries() throws StudioException {
        List<TensorEntry> entries = new ArrayList<>();
        if (places.isPresent()) {
            places.get().forEach((name, place) -> entries.add(place.as(name)));
            return entries;
        }
        for (Path file : files) {
            try (SafetensorsFile weights = SafetensorsFile.open(file)) {
                entries.addAll(weights.entries().values());
            }
        }
        return entries;
    }

    /** What the weights take on disk, in bytes. */
    public long bytes() throws StudioException {
        if (places.isPresent()) {
            return entries().stream()
                    .mapToLong(entry -> entry.end() - entry.begin())
                    .sum();
        }
        long sum = 0;
        for (Path file : files) {
            try {
                sum += Files.size(file);
            } catch (IOException e) {
                throw new StudioException(AtomicFile.problem(file, e), e);
            }
        }
        return sum;
    }
}

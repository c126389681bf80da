package studio.sinopia.engine.weights;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
 * The folder of one network in the diffusers layout: {@code config.json} and its weights, in one file or in shards with an
 * index.
 *
 * @param config what the network is like
 * @param files its weights
 */
public record ModelPart(Path folder, ModelConfig config, List<Path> files) {

    private static final List<String> STEMS = List.of("diffusion_pytorch_model", "model");
    private static final List<String> VARIANTS = List.of("", ".fp16", ".bf16", ".non_ema");

    public ModelPart {
        files = List.copyOf(files);
    }

    /** @throws StudioException if the configuration or the weights are not there */
    public static ModelPart open(Path folder) throws StudioException {
        ModelConfig config = ModelConfig.read(folder.resolve("config.json"));
        for (String stem : STEMS) {
            for (String variant : VARIANTS) {
                Path single = folder.resolve(stem + variant + ".safetensors");
                if (Files.isRegularFile(single)) {
                    return new ModelPart(folder, config, List.of(single));
                }
                Optional<Path> index = Stream.of(
                                stem + ".safetensors.index" + variant + ".json",
                                stem + variant + ".safetensors.index.json")
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .findFirst();
                if (index.isPresent()) {
                    return new ModelPart(folder, config, shards(index.get()));
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
            map.values().forEach(name -> names.add(name.asString("")));
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
        return StoredWeights.open(files, manager);
    }

    /** What the weights take on disk, in bytes. */
    public long bytes() throws StudioException {
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

package studio.sinopia.engine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.weights.ModelConfig;

/** Finds the folder of the model with which an adapter was recorded: it stands beside the adapter's. */
final class BaseFolder {

    private static final String USUAL = "sd15";

    private BaseFolder() {}

    /** The neighbour whose name stands in the name of the adapter's file, the longest such; the usual one where none does. */
    static Optional<Path> namedIn(String file, Recorded recorded) throws StudioException {
        return neighbours(recorded).stream()
                .filter(folder -> file.contains(name(folder)))
                .max(Comparator.comparingInt(folder -> name(folder).length()))
                .or(() -> Optional.of(beside(recorded).resolve(USUAL)).filter(Files::isDirectory));
    }

    /** The neighbour whose U-Net has the widths that the adapter names. */
    static Optional<Path> fitting(ModelConfig adapter, Recorded recorded) throws StudioException {
        for (Path folder : neighbours(recorded)) {
            ModelConfig unet = ModelConfig.read(folder.resolve("unet/config.json"));
            if (unet.shown("block_out_channels").equals(adapter.shown("base_block_out_channels"))
                    && unet.shown("cross_attention_dim").equals(adapter.shown("cross_attention_dim"))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }

    /** Folders with a U-Net, the usual one first. */
    private static List<Path> neighbours(Recorded recorded) throws StudioException {
        Path beside = beside(recorded);
        try (Stream<Path> folders = Files.list(beside)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("unet/config.json")))
                    .sorted(Comparator.comparing((Path folder) -> !name(folder).equals(USUAL))
                            .thenComparing(BaseFolder::name))
                    .toList();
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(beside, e), e);
        }
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static Path beside(Recorded recorded) {
        return Objects.requireNonNull(
                recorded.folder().toAbsolutePath().normalize().getParent(), "a root holds no model");
    }
}

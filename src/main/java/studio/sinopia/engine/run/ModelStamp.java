package studio.sinopia.engine.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.StudioException;

/** Tells whether a model's files are still those that were read: their names, sizes and times. */
record ModelStamp(List<String> files) {

    ModelStamp {
        files = List.copyOf(files);
    }

    static ModelStamp of(ModelDescription description) throws StudioException {
        List<String> files = new ArrayList<>();
        for (String part : description.weightBytes().keySet().stream().sorted().toList()) {
            for (Path file : description.pipeline().part(part).files()) {
                try {
                    files.add(
                            "%s %d %s".formatted(file.toRealPath(), Files.size(file), Files.getLastModifiedTime(file)));
                } catch (IOException e) {
                    throw new StudioException(AtomicFile.problem(file, e), e);
                }
            }
        }
        return new ModelStamp(files);
    }
}

package studio.sinopia.engine.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON that lies beside recorded numbers. */
final class RecordedJson {

    private RecordedJson() {}

    static JsonNode read(Path file) throws StudioException {
        try {
            return new JsonMapper().readTree(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new StudioException(AtomicFile.problem(file, e), e);
        } catch (JacksonException e) {
            throw new StudioException(
                    new Problem("This is not valid JSON.", file.toString(), "Fetch the file again from its source."),
                    e);
        }
    }
}

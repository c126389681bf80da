package studio.sinopia.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.DocumentJson;
import studio.sinopia.export.Project;
import studio.sinopia.recipe.RequestJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept as JSON: {@code {"document": DOCUMENT, "request": REQUEST, "file": "…", "saved": false}}. A picture that was
 * there the last time is not encoded again. For one thread.
 */
final class KeptJson implements StateJson<Kept> {

    private final EncodedPictures pictures = new EncodedPictures();

    @Override
    public ObjectNode node(Kept kept) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Project project = kept.project();
        node.set("document", DocumentJson.node(project.document(), pictures::text));
        node.set("request", RequestJson.node(project.request(), pictures::text));
        kept.file().ifPresent(file -> node.put("file", file.toString()));
        node.put("saved", kept.saved());
        pictures.end();
        return node;
    }

    @Override
    public Kept read(JsonNode node, String where) throws StudioException {
        try {
            var project = new Project(
                    DocumentJson.read(node.required("document"), where),
                    RequestJson.read(node.required("request"), where));
            Optional<Path> file = Optional.of(node.path("file").asString(""))
                    .filter(text -> !text.isBlank())
                    .map(Path::of);
            return new Kept(project, file, node.path("saved").asBoolean(false));
        } catch (InvalidPathException | tools.jackson.core.JacksonException damaged) {
            throw new StudioException(
                    new Problem("What was kept of the last time is damaged.", where, "Open the project you saved."),
                    damaged);
        }
    }
}

package studio.sinopia.export.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.PictureFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.ExifTexts;
import studio.sinopia.export.FileTexts;
import studio.sinopia.export.PngText;
import tools.jackson.databind.JsonNode;

/**
 * Reads what other tools wrote into a picture about how it was made. The first that fits is taken, in the order in which
 * readers agree: {@code parameters}, InvokeAI, NovelAI, ComfyUI, Fooocus, Draw Things, and what is hidden in the pixels.
 */
public final class PictureMetadata {

    private static final long LONGEST_FILE = 256L << 20; // bytes
    private static final String PARAMETERS = "parameters";
    private static final String COMMENT = "Comment";

    private final Map<String, String> texts;

    private PictureMetadata(Map<String, String> texts) {
        this.texts = texts;
    }

    /**
     * How the picture in a file was made; empty if it does not say so in a way that is known here.
     *
     * @throws StudioException if the file cannot be read, or is no PNG, JPEG or WebP
     */
    public static Optional<PictureSettings> read(Path file) throws StudioException {
        byte[] bytes = bytes(file);
        Optional<PictureSettings> told = new PictureMetadata(texts(bytes, file)).find();
        return told.isPresent() || isLossy(bytes) ? told : hidden(bytes, file);
    }

    private static boolean isLossy(byte[] bytes) {
        return FileTexts.isJpeg(bytes) || FileTexts.isWebp(bytes);
    }

    private static byte[] bytes(Path file) throws StudioException {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new StudioException(new Problem(
                        "The file is larger than any picture that is read here.",
                        file.toString(),
                        "Choose a file of at most %d MiB.".formatted(LONGEST_FILE >> 20)));
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    private static Map<String, String> texts(byte[] bytes, Path file) throws StudioException {
        if (FileTexts.isJpeg(bytes)) {
            return FileTexts.ofJpeg(bytes);
        }
        if (FileTexts.isWebp(bytes)) {
            return FileTexts.ofWebp(bytes);
        }
        Map<String, String> texts = new HashMap<>();
        try {
            PngText.readAll(new ByteArrayInputStream(bytes)).forEach(text -> texts.put(text.keyword(), text.text()));
        } catch (PngText.NotPngException notPng) {
            throw new StudioException(
                    new Problem(
                            String.valueOf(notPng.getMessage()),
                            file.toString(),
                            "Choose a PNG, JPEG or WebP picture."),
                    notPng);
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
        return texts;
    }

    private Optional<PictureSettings> find() {
        List<Function<PictureMetadata, Optional<PictureSettings>>> readers = List.of(
                PictureMetadata::parameters,
                PictureMetadata::invoke,
                PictureMetadata::novelAi,
                PictureMetadata::comfy,
                PictureMetadata::olderFooocus,
                PictureMetadata::drawThings);
        return readers.stream()
                .flatMap(reader -> reader.apply(this).stream())
                .filter(settings -> !settings.isEmpty())
                .findFirst();
    }

    private Optional<PictureSettings> parameters() {
        return text(PARAMETERS, ExifTexts.USER_COMMENT, FileTexts.COMMENT).flatMap(PictureMetadata::parameters);
    }

    /** One text for everything: AUTOMATIC1111's, or the JSON of a tool that puts it there. */
    private static Optional<PictureSettings> parameters(String text) {
        Optional<JsonNode> json = LooseJson.object(text);
        if (json.isEmpty()) {
            PictureSettings settings = A1111Text.read(text);
            return settings.steps().isPresent() || settings.seed().isPresent()
                    ? Optional.of(settings)
                    : Optional.empty();
        }
        JsonNode object = json.get();
        if (SwarmMetadata.fits(object)) {
            return Optional.of(SwarmMetadata.read(object));
        }
        if (FooocusMetadata.fits(object)) {
            return Optional.of(FooocusMetadata.read(object));
        }
        if (object.has(COMMENT)) { // NovelAI's texts as one object
            return novelAi(LooseJson.text(object, COMMENT), LooseJson.text(object, "Description"));
        }
        return ComfyGraph.read(object);
    }

    private Optional<PictureSettings> invoke() {
        return json("invokeai_metadata")
                .map(InvokeMetadata::read)
                .or(() -> json("sd-metadata").map(InvokeMetadata::readOlder))
                .or(() -> text("Dream").map(InvokeMetadata::readDream));
    }

    private Optional<PictureSettings> novelAi() {
        boolean said = text(ExifTexts.SOFTWARE)
                .filter(name -> name.startsWith("NovelAI"))
                .isPresent();
        return said ? novelAi(text(COMMENT), text("Description")) : Optional.empty();
    }

    private static Optional<PictureSettings> novelAi(Optional<String> comment, Optional<String> description) {
        return comment.flatMap(LooseJson::object).map(json -> NovelAiMetadata.read(json, description));
    }

    private Optional<PictureSettings> comfy() {
        Optional<JsonNode> prompt = json("prompt").or(() -> prefixed("prompt:"));
        Optional<JsonNode> workflow = json("workflow").or(() -> prefixed("workflow:"));
        return prompt.flatMap(ComfyGraph::read).or(() -> workflow.flatMap(ComfyWorkflow::read));
    }

    /** In WebP files the graph stands behind its name in whatever EXIF tag was free. */
    private Optional<JsonNode> prefixed(String prefix) {
        return texts.values().stream()
                .filter(text -> text.startsWith(prefix))
                .flatMap(text -> LooseJson.object(text.substring(prefix.length())).stream())
                .findFirst();
    }

    private Optional<PictureSettings> olderFooocus() {
        return json(COMMENT).filter(FooocusMetadata::fits).map(FooocusMetadata::read);
    }

    private Optional<PictureSettings> drawThings() {
        return text("XML:com.adobe.xmp", FileTexts.XMP).flatMap(DrawThingsMetadata::find);
    }

    /** What stands in the pixels' lowest bits; a picture that cannot be decoded hides nothing. */
    private static Optional<PictureSettings> hidden(byte[] bytes, Path file) {
        try {
            return StealthText.find(PictureFile.decode(bytes, file.toString()))
                    .flatMap(PictureMetadata::parameters)
                    .filter(settings -> !settings.isEmpty());
        } catch (StudioException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<JsonNode> json(String name) {
        return text(name).flatMap(LooseJson::object);
    }

    private Optional<String> text(String... names) {
        for (String name : names) {
            String text = texts.get(name);
            if (text != null && !text.isBlank()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }
}

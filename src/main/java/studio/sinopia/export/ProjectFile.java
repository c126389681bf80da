package studio.sinopia.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.document.DocumentJson;
import studio.sinopia.recipe.RequestJson;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A project as a file {@code NAME.sinopia}: a ZIP archive of
 *
 * <ul>
 *   <li>{@code mimetype}: {@value #MEDIA_TYPE}, first and not compressed, so that the file is known by its first bytes,
 *   <li>{@code project.json}: {@code {"format": "sinopia-project", "version": 1}},
 *   <li>{@code document.json}: the drawing as {@link DocumentJson}, pictures included,
 *   <li>{@code request.json}: prompt, settings and start picture as {@link RequestJson}.
 * </ul>
 *
 * Other entries are left alone when reading. A file that is written over stays beside it as {@code NAME.sinopia.bak}.
 */
public final class ProjectFile {

    public static final String ENDING = ".sinopia";

    /** The version that is written, and the newest that is read. */
    static final int VERSION = 1;

    static final String MEDIA_TYPE = "application/x-sinopia-project";

    private static final String FORMAT = "sinopia-project";
    private static final String MANIFEST = "project.json";
    private static final String DOCUMENT = "document.json";
    private static final String REQUEST = "request.json";
    private static final int LONGEST_ENTRY = 1 << 30; // bytes; a file that claims more would only fill the memory
    private static final int LONGEST_PICTURE = 600_000_000; // characters of base64

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_PICTURE)
                            .build())
                    .build())
            .build();

    private ProjectFile() {}

    /** Where the file stays that {@code file} was before it was written over. */
    public static Path backup(Path file) {
        return file.resolveSibling(file.getFileName() + ".bak");
    }

    /**
     * Writes {@code file}, whole or not at all; what was there before becomes its {@link #backup}.
     *
     * @throws StudioException if there is no space, or the folder cannot be written; then the file is as it was
     */
    public static void write(Path file, Project project) throws StudioException {
        byte[] document = DocumentJson.write(project.document());
        byte[] request = MAPPER.writeValueAsBytes(RequestJson.node(project.request(), DocumentJson::picture));
        if (Files.isRegularFile(file)) {
            AtomicFile.write(backup(file), out -> Files.copy(file, out));
        }
        AtomicFile.write(file, out -> write(out, document, request));
    }

    private static void write(OutputStream out, byte[] document, byte[] request) throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        byte[] type = MEDIA_TYPE.getBytes(StandardCharsets.US_ASCII);
        var crc = new CRC32();
        crc.update(type);
        var first = new ZipEntry("mimetype");
        first.setMethod(ZipEntry.STORED);
        first.setSize(type.length);
        first.setCrc(crc.getValue());
        zip.putNextEntry(first);
        zip.write(type);
        put(zip, MANIFEST, manifest());
        put(zip, DOCUMENT, document);
        put(zip, REQUEST, request);
        zip.finish();
    }

    private static byte[] manifest() {
        var node = MAPPER.createObjectNode();
        node.put("format", FORMAT);
        node.put("version", VERSION);
        return MAPPER.writeValueAsBytes(node);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
    }

    /**
     * Reads a project.
     *
     * @throws StudioException if the file is missing, no project, damaged, or of a newer version
     */
    public static Project read(Path file) throws StudioException {
        String where = file.toString();
        if (!Files.isRegularFile(file)) {
            throw new StudioException(new Problem(
                    Files.isDirectory(file) ? "This is a folder, not a project." : "There is no such file.",
                    where,
                    "Choose a file that ends in " + ENDING + "."));
        }
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            checkVersion(json(zip, MANIFEST), where);
            return new Project(
                    DocumentJson.read(json(zip, DOCUMENT), where), RequestJson.read(json(zip, REQUEST), where));
        } catch (IOException | RuntimeException damage) { // readers meet damaged files with any unchecked exception
            throw new StudioException(damaged(file), damage);
        }
    }

    private static void checkVersion(JsonNode manifest, String where) throws StudioException {
        int version = manifest.path("version").asInt(0);
        if (!manifest.path("format").asString("").equals(FORMAT) || version < 1) {
            throw new IllegalArgumentException("not a project");
        }
        if (version > VERSION) {
            throw new StudioException(new Problem(
                    "This project has version %d; this Sinopia reads up to version %d.".formatted(version, VERSION),
                    where,
                    "Install a newer Sinopia to open it."));
        }
    }

    private static JsonNode json(ZipFile zip, String name) throws IOException, JacksonException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("There is no " + name + " in it");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(LONGEST_ENTRY);
            if (content.length == LONGEST_ENTRY) {
                throw new IOException(name + " is too long");
            }
            return MAPPER.readTree(content);
        }
    }

    private static Problem damaged(Path file) {
        Path backup = backup(file);
        return new Problem(
                "This is not a project of Sinopia, or a damaged one.",
                file.toString(),
                Files.isRegularFile(backup)
                        ? "The version before it is in " + backup + "; rename it to open it."
                        : "Choose a file that Sinopia saved.");
    }
}

package studio.sinopia.gallery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Size;
import studio.sinopia.core.StudioException;
import studio.sinopia.export.metadata.PictureMetadata;
import studio.sinopia.export.metadata.PictureSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the pictures of the gallery say about themselves, each read once: what was read is remembered in the cache, one JSON
 * object a line, by name, time and length of the file. The pictures stay the store; a lost cache is read anew.
 */
public final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Gallery gallery;
    private final Path cache;
    private final Map<String, GalleryPicture> known = new HashMap<>(); // guarded by this
    private boolean opened; // guarded by this

    /** @param cache file that may be deleted at any time */
    public Catalogue(Gallery gallery, Path cache) {
        this.gallery = gallery;
        this.cache = cache;
    }

    /** All pictures as they are now, newest first. Takes long the first time; not for the FX thread. */
    public synchronized List<GalleryPicture> newestFirst() throws StudioException {
        if (!opened) {
            opened = true;
            remember();
        }
        Set<String> pinned = gallery.pinned();
        List<GalleryPicture> pictures = new ArrayList<>();
        Map<String, GalleryPicture> now = new HashMap<>();
        boolean learned = false;
        for (Gallery.Picture each : gallery.newestFirst()) {
            OptionalLong length = length(each.file());
            if (length.isEmpty()) {
                continue; // just deleted
            }
            String key = each.file().getFileName() + " " + each.made().toEpochMilli() + " " + length.getAsLong();
            GalleryPicture picture = known.get(key);
            if (picture == null) {
                picture = read(each);
                learned = true;
            }
            now.put(key, picture);
            pictures.add(
                    picture.withPinned(pinned.contains(each.file().getFileName().toString())));
        }
        if (learned || now.size() < known.size()) {
            known.clear();
            known.putAll(now);
            keep();
        }
        return List.copyOf(pictures);
    }

    private static OptionalLong length(Path file) {
        try {
            return OptionalLong.of(Files.size(file));
        } catch (IOException gone) {
            return OptionalLong.empty();
        }
    }

    private static GalleryPicture read(Gallery.Picture picture) {
        Optional<PictureSettings> said = Optional.empty();
        try {
            said = PictureMetadata.read(picture.file());
        } catch (StudioException damaged) {
            LOG.debug("A picture says nothing about itself", damaged);
        }
        return new GalleryPicture(
                picture.file(),
                picture.made(),
                said.map(PictureSettings::prompt).orElse(""),
                said.map(PictureSettings::negative).orElse(""),
                said.flatMap(PictureSettings::model).orElse(""),
                said.flatMap(PictureSettings::seed),
                said.flatMap(PictureSettings::size),
                false);
    }

    private void keep() {
        try {
            AtomicFile.write(cache, out -> {
                for (Map.Entry<String, GalleryPicture> entry : known.entrySet()) {
                    out.write((line(entry.getKey(), entry.getValue()) + "\n").getBytes(StandardCharsets.UTF_8));
                }
            });
        } catch (StudioException unwritable) {
            LOG.debug("The catalogue is not kept", unwritable);
        }
    }

    private static String line(String key, GalleryPicture picture) {
        ObjectNode node = MAPPER.createObjectNode()
                .put("key", key)
                .put("file", picture.file().getFileName().toString())
                .put("made", picture.made().toString())
                .put("prompt", picture.prompt())
                .put("negative", picture.negative())
                .put("model", picture.model());
        picture.seed().ifPresent(seed -> node.put("seed", seed));
        picture.size().ifPresent(size -> node.put("width", size.width()).put("height", size.height()));
        return MAPPER.writeValueAsString(node);
    }

    private void remember() {
        if (!Files.isRegularFile(cache)) {
            return;
        }
        try {
            for (String line : Files.readAllLines(cache)) {
                JsonNode node = MAPPER.readTree(line);
                known.put(node.required("key").asString(), picture(node));
            }
        } catch (IOException | RuntimeException unreadable) { // whatever is in it, it is read anew
            LOG.debug("The catalogue is read anew", unreadable);
            known.clear();
        }
    }

    private GalleryPicture picture(JsonNode node) {
        return new GalleryPicture(
                gallery.folder().resolve(node.required("file").asString()),
                Instant.parse(node.required("made").asString()),
                node.path("prompt").asString(""),
                node.path("negative").asString(""),
                node.path("model").asString(""),
                node.has("seed") ? Optional.of(node.path("seed").asLong()) : Optional.empty(),
                node.has("width")
                        ? Optional.of(new Size(
                                node.path("width").asInt(1), node.path("height").asInt(1)))
                        : Optional.empty(),
                false);
    }
}

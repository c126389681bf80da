package studio.sinopia.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.AtomicFile;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A JSON tree on disk that survives being killed at any moment. A file {@code journal-N.log} begins with the whole tree and
 * goes on with what changed ({@link JsonPatch}), one line each with a checksum before it; every line is forced to the disk
 * soon after it is written. When the changes outgrow the tree, the next file begins, whole or not at all, and the one before the
 * last goes. Reading stops at the first line that is not whole.
 *
 * <p>One program at a time owns the folder; the lock goes with the program. For one thread.
 */
final class Journal implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String PREFIX = "journal-";
    private static final String ENDING = ".log";
    private static final long FEW_BYTES = 1 << 20; // so many changes are kept however small the tree is
    private static final int CHECKSUM_DIGITS = 8;
    private static final int LONGEST_PICTURE = 600_000_000; // characters of base64
    private static final int MOST_WINDOWS = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(LONGEST_PICTURE)
                            .build())
                    .build())
            .build();

    private final Path folder;
    private final FileChannel lock;
    private final AtomicBoolean unforced = new AtomicBoolean();
    private final ExecutorService forcing = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("journal to disk").daemon().factory());
    private Optional<JsonNode> last = Optional.empty();
    private Optional<FileChannel> file = Optional.empty();
    private long wholeBytes;
    private long changedBytes;

    private Journal(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Opens the first journal of this name that no other window has open: {@code NAME}, {@code NAME-2} …
     *
     * @param data folder of the user's data
     * @throws StudioException if there is no such place to write, or too many windows are open
     */
    static Journal openFree(Path data, String name) throws StudioException {
        for (int window = 1; window <= MOST_WINDOWS; window++) {
            Optional<Journal> journal = open(data.resolve(window == 1 ? name : name + "-" + window));
            if (journal.isPresent()) {
                return journal.get();
            }
        }
        throw new StudioException(new Problem(
                MOST_WINDOWS + " windows are open, and there is no place to keep the work of another.",
                data.toString(),
                "Close one of them."));
    }

    /**
     * Opens the journal in {@code folder}, which is made if need be.
     *
     * @return empty if another program has it open
     * @throws StudioException if there is no such place to write
     */
    static Optional<Journal> open(Path folder) throws StudioException {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(lock)) {
                return Optional.of(new Journal(folder, lock));
            }
            lock.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock(); // held until the channel is closed
            return held != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    /**
     * What was kept last, if anything was.
     *
     * @throws StudioException if there is something and none of it can be read; it is put aside, not overwritten
     */
    Optional<JsonNode> last() throws StudioException {
        List<Path> files = files();
        for (Path each : files) {
            Optional<JsonNode> tree = read(each);
            if (tree.isPresent()) {
                return tree;
            }
            LOG.warn("A journal cannot be read, the one before it is taken");
        }
        if (files.isEmpty()) {
            return Optional.empty();
        }
        throw new StudioException(putAside());
    }

    /** Keeps {@code tree}, which must not change afterwards. Equal trees cost nothing. */
    void keep(JsonNode tree) throws StudioException {
        if (last.isEmpty() || changedBytes > Math.max(FEW_BYTES, wholeBytes)) {
            begin(tree);
        } else {
            ArrayNode changes = JsonPatch.between(last.get(), tree);
            if (!changes.isEmpty()) {
                append(changes);
            }
        }
        last = Optional.of(tree);
    }

    @Override
    public void close() throws StudioException {
        forcing.close();
        try {
            closeFile();
            lock.close();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    /** Starts the next file with the whole tree; the one before stays, in case the disk fails. */
    private void begin(JsonNode tree) throws StudioException {
        List<Path> before = files();
        int next = before.isEmpty() ? 1 : number(before.getFirst()) + 1;
        Path path = folder.resolve(PREFIX + next + ENDING);
        byte[] line = line(tree);
        AtomicFile.write(path, line);
        wholeBytes = line.length;
        changedBytes = 0;
        try {
            closeFile();
            file = Optional.of(FileChannel.open(path, StandardOpenOption.APPEND));
            for (Path old : before.subList(Math.min(1, before.size()), before.size())) {
                Files.deleteIfExists(old);
            }
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(path, failure), failure);
        }
    }

    private void append(ArrayNode changes) throws StudioException {
        byte[] line = line(changes);
        try {
            FileChannel channel = file.orElseThrow();
            for (ByteBuffer bytes = ByteBuffer.wrap(line); bytes.hasRemaining(); ) {
                channel.write(bytes);
            }
            if (!unforced.getAndSet(true)) {
                forcing.execute(() -> force(channel));
            }
            changedBytes += line.length;
        } catch (IOException failure) {
            last = Optional.empty(); // the line may be there by half: the next version begins a new file
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    /** A slow disk holds up no one: what was written outlives this program already, only a power cut needs more. */
    private void force(FileChannel channel) {
        unforced.set(false);
        try {
            channel.force(false);
        } catch (IOException failure) { // also when the next file has begun, which is on the disk as a whole
            LOG.debug("A journal was not forced to the disk", failure);
        }
    }

    private void closeFile() throws IOException {
        if (file.isPresent()) {
            file.get().close();
            file = Optional.empty();
        }
    }

    private static Optional<JsonNode> read(Path file) throws StudioException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) { // a torn line need not be text
            Optional<JsonNode> tree = Optional.empty();
            for (String line : (Iterable<String>) lines::iterator) {
                Optional<JsonNode> content = content(line);
                if (content.isEmpty()) {
                    break;
                }
                tree = Optional.of(tree.isEmpty() ? content.get() : JsonPatch.apply(tree.get(), content.get()));
            }
            return tree;
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(file, failure), failure);
        }
    }

    private static byte[] line(JsonNode node) {
        String json = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(node);
        return (checksum(json) + " " + json + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** What stands in a line; empty if the line is not whole. */
    private static Optional<JsonNode> content(String line) {
        if (line.length() <= CHECKSUM_DIGITS) {
            return Optional.empty();
        }
        String json = line.substring(CHECKSUM_DIGITS + 1);
        if (!line.startsWith(checksum(json) + " ")) {
            return Optional.empty();
        }
        try {
            return Optional.of(MAPPER.readTree(json));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static String checksum(String json) {
        var crc = new CRC32();
        crc.update(json.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(crc.getValue());
    }

    /** The files of the journal, newest first. */
    private List<Path> files() throws StudioException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "[0-9]{1,9}" + ENDING))
                    .sorted(Comparator.comparingInt(Journal::number).reversed())
                    .toList();
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(folder, failure), failure);
        }
    }

    private static int number(Path file) {
        String name = file.getFileName().toString();
        return Integer.parseInt(name.substring(PREFIX.length(), name.length() - ENDING.length()));
    }

    /** Moves all files out of the way, and says where. */
    Problem putAside() throws StudioException {
        Path aside = folder.resolve("damaged");
        try {
            Files.createDirectories(aside);
            for (Path each : files()) {
                Files.move(each, aside.resolve(each.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new StudioException(AtomicFile.problem(aside, failure), failure);
        }
        return new Problem(
                "What was kept of the last time cannot be read.",
                aside.toString(),
                "It was put aside there; you begin without it.");
    }
}

package studio.sinopia.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a child's output so that it never blocks, and remembers its last lines for when the child dies. */
final class OutputTail {

    private static final Logger LOG = LoggerFactory.getLogger(OutputTail.class);
    private static final int REMEMBERED = 40; // lines
    private final Deque<String> lines = new ArrayDeque<>(); // guarded by this
    private final Thread reader;

    /** Begins to read. */
    OutputTail(InputStream output) {
        reader = Thread.ofVirtual().name("worker's errors").start(() -> {
            try (var reader = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    add(line);
                }
            } catch (IOException closed) {
                LOG.debug("The worker's output ended", closed);
            }
        });
    }

    /** Waits until all was read that a dead child has left. */
    void awaitEnd(Duration limit) throws InterruptedException {
        reader.join(limit);
    }

    synchronized void add(String line) {
        LOG.debug("worker: {}", line);
        if (lines.size() == REMEMBERED) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** The line that most likely says why the child died: the last one about an error, else the last one. */
    synchronized Optional<String> reason() {
        Optional<String> error = lines.stream()
                .filter(line -> line.matches("(?i).*(error|exception|what\\(\\)|terminate called|fatal).*"))
                .filter(line -> !line.startsWith("#"))
                .reduce((earlier, later) -> later);
        return error.or(() -> Optional.ofNullable(lines.peekLast()))
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }

    synchronized String all() {
        return String.join("\n", lines);
    }
}

package studio.sinopia.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import studio.sinopia.engine.run.RunId;

/** What a worker says on its standard output: its port, then the phases of its runs. Anything else goes to its tail. */
final class WorkerWords {

    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final OutputTail tail;
    private final Thread reader;
    private volatile @Nullable PhaseMark last;

    /** Begins to read. */
    WorkerWords(InputStream output, OutputTail tail) {
        this.tail = tail;
        this.reader = Thread.ofVirtual().name("worker's words").start(() -> read(output));
    }

    /** @throws ExecutionException if the worker ended before it told its port */
    int port(Duration limit) throws InterruptedException, ExecutionException, TimeoutException {
        return port.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** How far {@code run} has come, as far as was read. */
    Phase phase(RunId run) {
        return Optional.ofNullable(last)
                .filter(mark -> mark.run().equals(run))
                .map(PhaseMark::phase)
                .orElse(Phase.STARTING);
    }

    /** Waits until all was read that a dead worker has left. */
    void awaitEnd(Duration limit) throws InterruptedException {
        reader.join(limit);
    }

    private void read(InputStream output) {
        try (var lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line);
            }
            port.completeExceptionally(new IOException("The worker ended before its first word"));
        } catch (IOException | NumberFormatException unreadable) {
            port.completeExceptionally(unreadable);
        }
    }

    private void hear(String line) {
        if (line.startsWith(Protocol.HANDSHAKE)) {
            port.complete(Integer.parseInt(line.substring(Protocol.HANDSHAKE.length())));
            return;
        }
        PhaseMark.parse(line).ifPresentOrElse(mark -> last = mark, () -> tail.add(line));
    }
}

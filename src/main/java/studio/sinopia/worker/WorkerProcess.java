package studio.sinopia.worker;

import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.RunId;

/** One launched worker: its process, the connection to it, and what it last said. */
final class WorkerProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final Duration DYING = Duration.ofSeconds(3);
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);
    private static final Duration ORDERLY_END = Duration.ofSeconds(3);

    private final Process process;
    private final ManagedChannel channel;
    private final WorkerClient client;
    private final WorkerWords words;
    private final OutputTail tail;
    private final OptionalLong memoryKillsBefore = MachineMemory.killsForMemory();
    private volatile boolean givenUp; // a killed process may look alive for a moment

    private WorkerProcess(
            Process process, ManagedChannel channel, WorkerClient client, WorkerWords words, OutputTail tail) {
        this.process = process;
        this.channel = channel;
        this.client = client;
        this.words = words;
        this.tail = tail;
    }

    /**
     * Launches a worker and waits for its first word.
     *
     * @throws StudioException if there is no such Java, or the worker ends or stays silent
     */
    static WorkerProcess start(WorkerCommand command, Duration limit) throws StudioException {
        var builder = new ProcessBuilder(command.line());
        builder.environment().putAll(command.environment());
        Process process;
        try {
            process = builder.start();
        } catch (IOException noJava) {
            throw new StudioException(WorkerDeath.noJava(command.java()), noJava);
        }
        var tail = new OutputTail(process.getErrorStream());
        var words = new WorkerWords(process.getInputStream(), tail);
        var secret = Secret.random();
        try {
            tell(process, secret);
            ManagedChannel channel = connect(words.port(limit));
            return new WorkerProcess(process, channel, new WorkerClient(channel, secret), words, tail);
        } catch (TimeoutException silent) {
            process.destroyForcibly();
            throw new StudioException(WorkerDeath.silentAtStart(limit, tail.reason()), silent);
        } catch (ExecutionException ended) {
            Optional<Integer> code = exitCode(process);
            awaitLastWords(words, tail);
            LOG.warn("The worker did not start; it said: {}", tail.all());
            throw new StudioException(WorkerDeath.atStart(code, tail.reason()), ended);
        } catch (InterruptedException stopping) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StudioException(WorkerDeath.silentAtStart(limit, Optional.empty()), stopping);
        }
    }

    WorkerClient client() {
        return client;
    }

    long pid() {
        return process.pid();
    }

    /** Whether a run may be given to it. */
    boolean alive() {
        return !givenUp && process.isAlive();
    }

    void kill() {
        givenUp = true;
        process.destroyForcibly();
        channel.shutdownNow();
    }

    /** How far a run has come, from what the worker has marked; complete once {@link #death} has told its end. */
    Phase phase(RunId run) {
        return words.phase(run);
    }

    /** What ended the process. If it still lives although it should not, it is killed. */
    WorkerDeath death() {
        Optional<Integer> code = exitCode(process);
        awaitLastWords(words, tail);
        OptionalLong killsNow = MachineMemory.killsForMemory();
        boolean forMemory = killsNow.isPresent() && killsNow.getAsLong() > memoryKillsBefore.orElse(Long.MAX_VALUE);
        LOG.warn("The worker ended with {}; it said: {}", code, tail.all());
        kill();
        return new WorkerDeath(code, forMemory, tail.reason());
    }

    /** Asks the worker to end, and makes it end if it does not listen. */
    @Override
    public void close() {
        try {
            client.shutdown(ORDERLY_END);
            process.waitFor(ORDERLY_END.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RuntimeException deaf) {
            LOG.debug("The worker could not be asked to end", deaf);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            kill();
        }
    }

    private static Optional<Integer> exitCode(Process process) {
        try {
            if (process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.of(process.exitValue());
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        return Optional.empty();
    }

    /** What a process has said may still be on its way when the process is gone. */
    private static void awaitLastWords(WorkerWords words, OutputTail tail) {
        try {
            words.awaitEnd(LAST_WORDS);
            tail.awaitEnd(LAST_WORDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tell(Process process, Secret secret) {
        try {
            var words = process.getOutputStream(); // stays open: its end means that we are gone
            words.write((secret.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
            words.flush();
        } catch (IOException dead) {
            LOG.debug("The worker ended before it was told the secret", dead); // the missing first word says so
        }
    }

    private static ManagedChannel connect(int port) {
        return NettyChannelBuilder.forAddress(new InetSocketAddress(loopback(), port))
                .usePlaintext()
                .proxyDetector(address -> null) // a proxy for the web has no business here
                .maxInboundMessageSize(Message.LONGEST)
                .build();
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException fourBytesAreAnAddress) {
            throw new IllegalStateException(fourBytesAreAnAddress);
        }
    }
}

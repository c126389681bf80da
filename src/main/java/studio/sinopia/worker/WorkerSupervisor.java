package studio.sinopia.worker;

import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.EventGate;
import studio.sinopia.engine.run.MemoryForecast;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/**
 * An engine in another process. The worker is started when it is first needed and again whenever it has died; a worker
 * that crashes, is killed, hangs or will not start is a failed run with a reason and nothing more. Events come on the
 * caller's thread.
 */
public final class WorkerSupervisor implements Engine {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerSupervisor.class);
    private static final Duration SHORT_CALL = Duration.ofSeconds(10);

    private final WorkerCommand command;
    private final WatchLimits limits;
    private final ReentrantLock oneRun = new ReentrantLock(true);
    private @Nullable WorkerProcess worker; // guarded by this
    private boolean closed; // guarded by this

    public WorkerSupervisor(WorkerCommand command, WatchLimits limits) {
        this.command = command;
        this.limits = limits;
    }

    /** Starts the worker ahead of the first run, so that it need not be waited for then. A failure shows in that run. */
    public void prepare() {
        Thread.ofVirtual().name("start worker").start(() -> {
            try {
                running();
            } catch (StudioException later) {
                LOG.debug("The worker did not start", later);
            }
        });
    }

    @Override
    public void run(
            RunId run, Recipe recipe, RunOptions options, Consumer<RunEvent> events, Cancellation cancellation) {
        Path latents = options.runFolder().resolve(run.value() + ".safetensors");
        carryOut(run, latents, events, cancellation, (client, ear) -> client.run(run, recipe, options, ear));
    }

    @Override
    public void decode(RunId run, Recipe recipe, Path latents, Consumer<RunEvent> events, Cancellation cancellation) {
        carryOut(run, latents, events, cancellation, (client, ear) -> client.decode(run, recipe, latents, ear));
    }

    @Override
    public MemoryForecast forecast(Recipe recipe, RunOptions options) throws StudioException {
        WorkerProcess one = running();
        try {
            return one.client().forecast(recipe, options);
        } catch (StatusRuntimeException gone) {
            throw new StudioException(one.death().problem("while forecasting"), gone);
        }
    }

    /** The process that works now, if there is one. */
    public Optional<ProcessHandle> process() {
        return current().flatMap(one -> ProcessHandle.of(one.pid()));
    }

    /** How the worker is doing; empty if none is running or it does not answer. */
    public Optional<WorkerHealth> health() {
        return current().flatMap(one -> {
            try {
                return Optional.of(one.client().health(SHORT_CALL));
            } catch (StatusRuntimeException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public void unload() {
        current().ifPresent(one -> {
            try {
                one.client().unload(SHORT_CALL);
            } catch (StatusRuntimeException gone) {
                LOG.debug("Nothing is loaded any more", gone);
            }
        });
    }

    @Override
    public void close() {
        Optional<WorkerProcess> last;
        synchronized (this) {
            closed = true;
            last = Optional.ofNullable(worker);
        }
        last.filter(WorkerProcess::alive).ifPresent(WorkerProcess::close);
    }

    private void carryOut(
            RunId run,
            Path latents,
            Consumer<RunEvent> events,
            Cancellation cancellation,
            BiConsumer<WorkerClient, StreamObserver<Message>> call) {
        var gate = new EventGate(events);
        oneRun.lock();
        try {
            Optional<Problem> unheard = converse(run, latents, gate, cancellation, call);
            if (unheard.isPresent()) { // it had died unnoticed since the last run
                unheard = converse(run, latents, gate, cancellation, call);
            }
            unheard.ifPresent(problem -> gate.accept(new RunEvent.Failed(run, problem, Optional.empty())));
        } catch (StudioException notStarted) {
            gate.accept(new RunEvent.Failed(run, notStarted.problem(), Optional.empty()));
        } finally {
            oneRun.unlock();
        }
    }

    private Optional<Problem> converse(
            RunId run,
            Path latents,
            EventGate gate,
            Cancellation cancellation,
            BiConsumer<WorkerClient, StreamObserver<Message>> call)
            throws StudioException {
        if (cancellation.requested()) {
            gate.accept(new RunEvent.Cancelled(run));
            return Optional.empty();
        }
        WorkerProcess one = running();
        var conversation = new Conversation(run, one, limits, latents);
        call.accept(one.client(), conversation.ear());
        return conversation.follow(gate, cancellation);
    }

    private synchronized Optional<WorkerProcess> current() {
        return Optional.ofNullable(worker).filter(WorkerProcess::alive);
    }

    private synchronized WorkerProcess running() throws StudioException {
        if (closed) {
            throw new IllegalStateException("The supervisor is closed");
        }
        WorkerProcess one = worker;
        if (one == null || !one.alive()) {
            if (one != null) {
                one.kill(); // frees the connection
            }
            one = WorkerProcess.start(command, limits.start());
            worker = one;
        }
        return one;
    }
}

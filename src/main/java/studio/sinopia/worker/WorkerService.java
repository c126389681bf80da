package studio.sinopia.worker;

import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.core.StudioException;
import studio.sinopia.engine.run.Engine;
import studio.sinopia.engine.run.EventGate;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;
import studio.sinopia.engine.run.RunOptions;
import studio.sinopia.recipe.Recipe;

/**
 * The service that the worker offers: hands runs to the engine, one after another, and tells what happens. It knows
 * nothing of ports and processes, so that it serves a machine elsewhere as well.
 */
final class WorkerService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WorkerService.class);

    private final ExecutorService runs = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("runs").daemon().factory());
    private final Map<RunId, Cancellation> open = new ConcurrentHashMap<>();
    private final FreedMemory freed = new FreedMemory();
    private final Future<Engine> engine;
    private final Consumer<PhaseMark> marks;
    private final Runnable shutdown;

    /**
     * @param marks hears of each phase before anything in it is done
     * @param shutdown asks for the end of the process, which has to wait until the answers are sent
     */
    WorkerService(EngineMaker maker, Consumer<PhaseMark> marks, Runnable shutdown) {
        this.engine = runs.submit(maker::open);
        this.marks = marks;
        this.shutdown = shutdown;
    }

    ServerServiceDefinition definition() {
        return ServerServiceDefinition.builder(Protocol.SERVICE)
                .addMethod(Protocol.RUN, ServerCalls.asyncServerStreamingCall(this::run))
                .addMethod(Protocol.DECODE, ServerCalls.asyncServerStreamingCall(this::decode))
                .addMethod(Protocol.FORECAST, ServerCalls.asyncUnaryCall(this::forecast))
                .addMethod(Protocol.CANCEL, ServerCalls.asyncUnaryCall(this::cancel))
                .addMethod(Protocol.UNLOAD, ServerCalls.asyncUnaryCall(this::unload))
                .addMethod(Protocol.HEALTH, ServerCalls.asyncUnaryCall(this::health))
                .addMethod(Protocol.SHUTDOWN, ServerCalls.asyncUnaryCall(this::shutdown))
                .build();
    }

    /** Whether a run is going on or waiting. */
    boolean busy() {
        return !open.isEmpty();
    }

    /** Lets go of the models once no run needs them. */
    void unload() {
        runs.execute(() -> {
            try {
                engine.get().unload();
                freed.giveBack();
            } catch (ExecutionException | InterruptedException neverOpened) {
                LOG.debug("Nothing to unload", neverOpened);
            }
        });
    }

    @Override
    public void close() {
        open.values().forEach(Cancellation::request);
        try {
            runs.execute(this::closeEngine);
        } catch (RejectedExecutionException closedBefore) {
            return;
        }
        runs.close(); // waits
    }

    private void closeEngine() {
        try {
            engine.get().close();
        } catch (ExecutionException | InterruptedException neverOpened) {
            LOG.debug("Nothing to close", neverOpened);
        }
    }

    private void run(Message request, StreamObserver<Message> receiver) {
        RunOptions options = Wire.options(request);
        carryOut(
                request,
                receiver,
                (opened, recipe, events, cancellation) ->
                        opened.run(Wire.run(request), recipe, options, events, cancellation));
    }

    private void decode(Message request, StreamObserver<Message> receiver) {
        Path latents = Wire.latents(request);
        carryOut(
                request,
                receiver,
                (opened, recipe, events, cancellation) ->
                        opened.decode(Wire.run(request), recipe, latents, events, cancellation));
    }

    /** What is asked of the engine. */
    private interface Work {
        void on(Engine engine, Recipe recipe, Consumer<RunEvent> events, Cancellation cancellation);
    }

    private void carryOut(Message request, StreamObserver<Message> observer, Work work) {
        var receiver = (ServerCallStreamObserver<Message>) observer;
        RunId run = Wire.run(request);
        var cancellation = new Cancellation();
        var pipe = new EventPipe(receiver);
        receiver.setOnCancelHandler(() -> {
            cancellation.request(); // nobody waits for this picture any more
            pipe.wake();
        });
        if (open.putIfAbsent(run, cancellation) != null) {
            receiver.onError(Status.ALREADY_EXISTS.asRuntimeException());
            return;
        }
        receiver.onNext(Wire.accepted(run));
        pipe.start();
        var marker = new PhaseMarker(run, marks, pipe);
        runs.execute(() -> {
            marker.begin();
            carryOut(request, run, new EventGate(event -> pass(event, marker)), cancellation, work);
        });
    }

    /** Between its phases a run leaves much memory in small pieces, which the next phase could not use. */
    private void pass(RunEvent event, Consumer<RunEvent> listener) {
        if (event instanceof RunEvent.Loading || event instanceof RunEvent.Decoding) {
            freed.giveBack();
        }
        listener.accept(event);
    }

    /** The worker's edge: whatever happens here, the run gets its one terminal event. */
    private void carryOut(Message request, RunId run, EventGate events, Cancellation cancellation, Work work) {
        try {
            if (!cancellation.requested()) {
                work.on(engine.get(), Wire.recipe(request), events, cancellation);
            }
            if (cancellation.requested()) {
                events.accept(new RunEvent.Cancelled(run));
            } else if (!events.closed()) {
                events.accept(failed(run, new IllegalStateException("The engine ended a run without a last event")));
            }
        } catch (StudioException mendable) {
            events.accept(new RunEvent.Failed(run, mendable.problem(), Optional.empty()));
        } catch (ExecutionException notOpened) {
            events.accept(
                    notOpened.getCause() instanceof StudioException mendable
                            ? new RunEvent.Failed(run, mendable.problem(), Optional.empty())
                            : failed(run, notOpened));
        } catch (Throwable mistake) {
            events.accept(failed(run, mistake));
        } finally {
            open.remove(run);
            freed.giveBack();
        }
    }

    private static RunEvent failed(RunId run, Throwable mistake) {
        LOG.error("A run failed", mistake);
        return new RunEvent.Failed(
                run,
                new Problem(
                        "The worker met a mistake of ours (" + mistake + ").",
                        "worker",
                        "Run it again; if it comes back, report it with the log, which \"sinopia doctor\" names."),
                Optional.empty());
    }

    private void forecast(Message request, StreamObserver<Message> receiver) {
        Message answer;
        try {
            answer = Wire.forecast(engine.get().forecast(Wire.recipe(request), Wire.options(request)));
        } catch (StudioException refused) {
            answer = Wire.refusal(refused.problem());
        } catch (ExecutionException | InterruptedException notOpened) {
            receiver.onError(Status.UNAVAILABLE.withCause(notOpened).asRuntimeException());
            return;
        }
        answer(receiver, answer);
    }

    private void cancel(Message request, StreamObserver<Message> receiver) {
        Cancellation cancellation = open.get(Wire.run(request));
        if (cancellation != null) {
            cancellation.request();
        }
        answer(receiver, Message.empty());
    }

    private void unload(Message request, StreamObserver<Message> receiver) {
        unload();
        answer(receiver, Message.empty());
    }

    private void health(Message request, StreamObserver<Message> receiver) {
        var health = new WorkerHealth(
                ProcessHandle.current().pid(),
                MachineMemory.resident(),
                MachineMemory.available(),
                MachineMemory.cpuMillis());
        answer(receiver, Wire.health(health));
    }

    private void shutdown(Message request, StreamObserver<Message> receiver) {
        answer(receiver, Message.empty());
        shutdown.run();
    }

    private static void answer(StreamObserver<Message> receiver, Message message) {
        receiver.onNext(message);
        receiver.onCompleted();
    }
}

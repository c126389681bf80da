package studio.sinopia.worker;

import io.grpc.stub.StreamObserver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.sinopia.core.Cancellation;
import studio.sinopia.core.Problem;
import studio.sinopia.engine.run.EventGate;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;

/** One run in one worker, followed from the caller's thread until its terminal event, which comes whatever happens. */
final class Conversation {

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final Duration LOOK = Duration.ofMillis(20); // at the wish to cancel and the limits
    private static final Duration PING = Duration.ofSeconds(1);

    private final RunId run;
    private final WorkerProcess worker;
    private final WatchLimits limits;
    private final Path latents;
    private final BlockingQueue<Signal> inbox = new LinkedBlockingQueue<>();
    private final Pulse pulse;
    private Phase heard = Phase.STARTING;
    private boolean accepted;
    private long nextPing = System.nanoTime();
    private long cancelledAt;
    private boolean cancelled;

    /** What gRPC's threads put into the inbox. */
    private sealed interface Signal {
        record Said(Message message) implements Signal {}

        record Answered(WorkerHealth health) implements Signal {}

        record Ended(@Nullable Throwable error) implements Signal {}
    }

    /** @param latents where the run's latents are once sampling has finished */
    Conversation(RunId run, WorkerProcess worker, WatchLimits limits, Path latents) {
        this.run = run;
        this.worker = worker;
        this.limits = limits;
        this.latents = latents;
        this.pulse = new Pulse(limits, System.nanoTime());
    }

    /** To be given to the call. */
    StreamObserver<Message> ear() {
        return new StreamObserver<>() {
            @Override
            public void onNext(Message message) {
                inbox.add(new Signal.Said(message));
            }

            @Override
            public void onError(Throwable error) {
                inbox.add(new Signal.Ended(error));
            }

            @Override
            public void onCompleted() {
                inbox.add(new Signal.Ended(null));
            }
        };
    }

    /**
     * Passes events on until the run ends.
     *
     * @return what ended the worker before it accepted the run, so that another may have it: then nothing was passed on;
     *     empty if the run has ended
     */
    Optional<Problem> follow(EventGate events, Cancellation cancellation) {
        while (!events.closed()) {
            Optional<Signal> signal = next();
            if (signal.isPresent() && !hear(signal.get(), events)) {
                return endOfStream(events, cancellation);
            }
            long now = System.nanoTime();
            ping(now);
            if (cancellation.requested() && !events.closed()) {
                insistOnStopping(now, events);
            }
            Optional<String> stuck = pulse.stuck(now, phase().compareTo(Phase.LOADING) <= 0);
            if (stuck.isPresent() && !events.closed()) {
                worker.kill();
                end(WorkerDeath.stuck(phase().words(), stuck.get()), events, cancellation);
            }
        }
        return Optional.empty();
    }

    /** @return false if the stream has ended */
    private boolean hear(Signal signal, EventGate events) {
        switch (signal) {
            case Signal.Said said -> hear(said.message(), events);
            case Signal.Answered answered ->
                pulse.answer(System.nanoTime(), answered.health().cpuMillis());
            case Signal.Ended ended -> {
                LOG.debug("The stream of run {} ended", run, ended.error());
                return false;
            }
        }
        return true;
    }

    private void hear(Message message, Consumer<RunEvent> events) {
        accepted = true;
        pulse.event(System.nanoTime());
        Wire.event(message).ifPresent(event -> {
            heard = heard.after(event);
            events.accept(event);
        });
    }

    private Optional<Problem> endOfStream(EventGate events, Cancellation cancellation) {
        WorkerDeath death = worker.death();
        Problem problem = death.problem(phase().words());
        if (!accepted && phase() == Phase.STARTING) {
            return Optional.of(problem);
        }
        end(problem, events, cancellation);
        return Optional.empty();
    }

    /** The later of what was heard and what the worker has marked: an event may be lost with the process, a mark is not. */
    private Phase phase() {
        return heard.later(worker.phase(run));
    }

    private void end(Problem problem, EventGate events, Cancellation cancellation) {
        if (cancellation.requested()) {
            events.accept(new RunEvent.Cancelled(run));
        } else {
            boolean sampled = Files.isRegularFile(latents); // written whole or not at all
            events.accept(new RunEvent.Failed(run, problem, sampled ? Optional.of(latents) : Optional.empty()));
        }
    }

    private void insistOnStopping(long now, EventGate events) {
        if (!accepted) {
            return; // it could not stop what it does not know yet; whether it lives at all, the pulse tells
        }
        if (!cancelled) {
            cancelled = true;
            cancelledAt = now;
            worker.client().cancel(run, limits.answer());
        } else if (now - cancelledAt > pulse.patienceAfterCancel().toNanos()) {
            LOG.warn("The worker did not stop and was ended");
            worker.kill();
            events.accept(new RunEvent.Cancelled(run));
        }
    }

    private void ping(long now) {
        if (now - nextPing < 0) {
            return;
        }
        nextPing = now + PING.toNanos();
        worker.client()
                .health(
                        new StreamObserver<>() {
                            @Override
                            public void onNext(Message answer) {
                                inbox.add(new Signal.Answered(Wire.health(answer)));
                            }

                            @Override
                            public void onError(Throwable unanswered) {
                                LOG.debug("No answer", unanswered); // silence shows in the pulse
                            }

                            @Override
                            public void onCompleted() {}
                        },
                        limits.answer());
    }

    private Optional<Signal> next() {
        try {
            return Optional.ofNullable(inbox.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException notUs) { // a run ends by its cancellation only
            return Optional.empty();
        }
    }
}

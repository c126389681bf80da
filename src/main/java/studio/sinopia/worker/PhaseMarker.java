package studio.sinopia.worker;

import java.util.function.Consumer;
import studio.sinopia.engine.run.RunEvent;
import studio.sinopia.engine.run.RunId;

/** Marks each phase of a run when it begins, before the event that tells of it goes on. Not thread-safe. */
final class PhaseMarker implements Consumer<RunEvent> {

    private final RunId run;
    private final Consumer<PhaseMark> marks;
    private final Consumer<RunEvent> next;
    private Phase phase = Phase.STARTING;

    PhaseMarker(RunId run, Consumer<PhaseMark> marks, Consumer<RunEvent> next) {
        this.run = run;
        this.marks = marks;
        this.next = next;
    }

    /** The run is taken up: whatever comes before the engine's first event is loading too. */
    void begin() {
        enter(Phase.LOADING);
    }

    @Override
    public void accept(RunEvent event) {
        enter(phase.after(event));
        next.accept(event);
    }

    private void enter(Phase now) {
        if (now != phase) {
            phase = now;
            marks.accept(new PhaseMark(run, now));
        }
    }
}

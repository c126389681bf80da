package studio.sinopia.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import studio.sinopia.core.Problem;

/**
 * Where parts outside the window leave problems that a person should see. What is left before the window is there waits
 * for it. May be used on any thread.
 */
public final class ProblemBoard {

    private final List<Problem> waiting = new ArrayList<>();
    private Optional<Consumer<Problem>> reader = Optional.empty();

    public synchronized void put(Problem problem) {
        reader.ifPresentOrElse(ear -> ear.accept(problem), () -> waiting.add(problem));
    }

    /** Hears every problem, those that wait first. There is one reader: the window. */
    public synchronized void read(Consumer<Problem> newReader) {
        reader = Optional.of(newReader);
        waiting.forEach(newReader);
        waiting.clear();
    }
}

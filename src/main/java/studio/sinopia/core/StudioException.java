package studio.sinopia.core;

import java.io.Serial;

/** Carries a {@link Problem} to the place that can show it. */
public final class StudioException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public StudioException(Problem problem) {
        super(problem.line());
        this.problem = problem;
    }

    public StudioException(Problem problem, Throwable cause) {
        super(problem.line(), cause);
        this.problem = problem;
    }

    /** What to show. */
    public Problem problem() {
        return problem;
    }
}

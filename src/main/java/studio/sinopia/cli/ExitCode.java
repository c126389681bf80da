package studio.sinopia.cli;

/** How the program ends, as scripts see it. */
final class ExitCode {

    static final int DONE = 0;
    /** There is a problem, printed on standard error. */
    static final int FAILED = 1;
    /** The command line was not understood. */
    static final int USAGE = 2;
    /** The person interrupted it. */
    static final int CANCELLED = 130;

    private ExitCode() {}
}

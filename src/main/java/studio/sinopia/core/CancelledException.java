package studio.sinopia.core;

import java.io.Serial;

/** The person asked to stop. Neither logged nor shown as an error. */
public final class CancelledException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    public CancelledException() {
        super("cancelled", null, false, false); // no stack trace: this is an outcome, not a fault
    }
}

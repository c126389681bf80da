package studio.sinopia.ui.gallery;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import studio.sinopia.ui.fx.Words;

/** How far back one looks in the gallery. */
public enum Period {
    EVER(Words.of("period.ever"), Duration.ZERO),
    DAY(Words.of("period.day"), Duration.ofDays(1)),
    WEEK(Words.of("period.week"), Duration.ofDays(7)),
    MONTH(Words.of("period.month"), Duration.ofDays(31));

    private final String title;
    private final Duration length;

    Period(String title, Duration length) {
        this.title = title;
        this.length = length;
    }

    /** The earliest time that counts; empty if all do. */
    Optional<Instant> since(Instant now) {
        return this == EVER ? Optional.empty() : Optional.of(now.minus(length));
    }

    @Override
    public String toString() {
        return title;
    }
}

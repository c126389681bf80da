package studio.sinopia.core;

import java.math.BigDecimal;

/** Numbers as people write them. */
public final class Decimal {

    private Decimal() {}

    /** Without digits that say nothing and without exponents: 100, 0.01. */
    public static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}

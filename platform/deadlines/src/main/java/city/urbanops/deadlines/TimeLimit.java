package city.urbanops.deadlines;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long a stage may take, as a filing standard states it. The compact form, {@code 2uh}, {@code 4wh}, {@code 1wd},
 * {@code 2ud}, is what files, events and databases carry: {@link #toString()} writes it, {@link #parse(String)} reads it.
 *
 * @param amount 1 to {@link TimeUnit#maximum()}: zero is no limit at all, and more than ten years is a typing error
 * @param unit what is counted
 */
public record TimeLimit(int amount, TimeUnit unit) {

    private static final Pattern COMPACT = Pattern.compile("([1-9][0-9]{0,6})([a-z]{2})");

    /** @throws IllegalArgumentException when the amount is below 1 or above ten years' worth of the unit */
    public TimeLimit {
        if (amount < 1 || amount > unit.maximum()) {
            throw new IllegalArgumentException(
                    "A time limit in %s is 1 to %d, not %d".formatted(unit.symbol(), unit.maximum(), amount));
        }
    }

    /**
     * Reads the compact form: digits without sign, blank or leading zero, then the unit's symbol.
     *
     * @throws IllegalArgumentException when the text is anything else, or the amount is out of bounds
     */
    public static TimeLimit parse(String text) {
        Matcher matcher = COMPACT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a time limit such as 4wh or 2ud: '" + text + "'");
        }
        TimeUnit unit = TimeUnit.ofSymbol(matcher.group(2))
                .orElseThrow(() -> new IllegalArgumentException("Unknown unit of a time limit: '" + text + "'"));
        return new TimeLimit(Integer.parseInt(matcher.group(1)), unit);
    }

    /**
     * The limit after so many approved extensions: each adds one original limit, none resets it.
     *
     * @param extensions 0 or more; 0 gives this limit
     * @throws IllegalArgumentException when negative, or when the result exceeds ten years
     */
    public TimeLimit extended(int extensions) {
        if (extensions < 0 || extensions > unit.maximum()) {
            throw new IllegalArgumentException("A limit cannot be extended " + extensions + " times");
        }
        long total = (long) amount * (1 + extensions);
        return new TimeLimit((int) Math.min(total, Integer.MAX_VALUE), unit);
    }

    /** The compact form, such as {@code 4wh}; {@link #parse(String)} reads it back. */
    @Override
    public String toString() {
        return amount + unit.symbol();
    }
}

package city.urbanops.deadlines;

import java.util.Arrays;
import java.util.Optional;

/** The unit of a {@link TimeLimit}: what counts as time, and how much of it one is. */
public enum TimeUnit {
    /** Urgent minute: counted day and night; the stages of the centre itself are this short. */
    URGENT_MINUTE("um", 10 * 366 * 24 * 60),
    /** Urgent hour 紧急工作时: 60 minutes, counted day and night. */
    URGENT_HOUR("uh", 10 * 366 * 24),
    /** Urgent day: one civil day, counted through nights and holidays; ends at the same wall-clock time. */
    URGENT_DAY("ud", 10 * 366),
    /** Working hour 工作时: 60 minutes inside working slots. */
    WORKING_HOUR("wh", 10 * 262 * 8),
    /** Working day 工作日: counted as the calendar's {@link WorkingDayRule} says. */
    WORKING_DAY("wd", 10 * 262);

    private final String symbol;
    private final int maximum;

    TimeUnit(String symbol, int maximum) {
        this.symbol = symbol;
        this.maximum = maximum;
    }

    /** The two letters of the compact form: {@code um}, {@code uh}, {@code ud}, {@code wh} or {@code wd}. */
    public String symbol() {
        return symbol;
    }

    /** The largest amount a limit may have: about ten years of this unit. */
    public int maximum() {
        return maximum;
    }

    /** Whether only working time counts, so that the due instant depends on the calendar's days and slots. */
    public boolean isWorkingTime() {
        return this == WORKING_HOUR || this == WORKING_DAY;
    }

    /** The unit with this symbol (exact, lower case); empty when there is none. */
    public static Optional<TimeUnit> ofSymbol(String symbol) {
        return Arrays.stream(values())
                .filter(unit -> unit.symbol.equals(symbol))
                .findFirst();
    }
}

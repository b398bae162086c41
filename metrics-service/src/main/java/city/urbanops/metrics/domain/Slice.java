package city.urbanops.metrics.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The sums that dashboards read instead of the rollups themselves (ADR 0076): by one thing, in the whole city or within one unit or
 * district. Each is kept by month; those of the whole city also by day, for both ends of a period and for curves.
 */
public enum Slice {
    DEPARTMENTS(Slice::nothing, RollupKey::department),
    DISTRICTS(Slice::nothing, RollupKey::district),
    CLASSES(Slice::nothing, RollupKey::classCode),
    CHANNELS(Slice::nothing, RollupKey::channel),
    DISTRICTS_OF_DEPARTMENT(RollupKey::department, RollupKey::district),
    CLASSES_OF_DEPARTMENT(RollupKey::department, RollupKey::classCode),
    CHANNELS_OF_DEPARTMENT(RollupKey::department, RollupKey::channel),
    DEPARTMENTS_OF_DISTRICT(RollupKey::district, RollupKey::department),
    CLASSES_OF_DISTRICT(RollupKey::district, RollupKey::classCode),
    CHANNELS_OF_DISTRICT(RollupKey::district, RollupKey::channel);

    /** By month or by day. */
    public enum Grain {
        MONTH,
        DAY
    }

    /**
     * Where in a slice a case counts.
     *
     * @param within a unit or a district; empty for the whole city
     * @param from the day, or the first of the month
     */
    public record Key(Slice slice, String within, Grain grain, LocalDate from, String key) {}

    @SuppressWarnings("ImmutableEnumChecker") // only stateless references of this file
    private final Function<RollupKey, String> within;

    @SuppressWarnings("ImmutableEnumChecker") // only stateless references of this file
    private final Function<RollupKey, String> key;

    Slice(Function<RollupKey, String> within, Function<RollupKey, String> key) {
        this.within = within;
        this.key = key;
    }

    /** As it is stored, for example {@code classes of district}. */
    public String storedAs() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** True if it is of the whole city, and so is also kept by day. */
    public boolean isOfCity() {
        return compareTo(CHANNELS) <= 0;
    }

    /** What changed rollups change here; without zeros. */
    public static Map<Key, Counts> of(Map<RollupKey, Counts> changes) {
        var sums = new HashMap<Key, Counts>();
        changes.forEach((where, counts) -> {
            for (var slice : values()) {
                slice.add(where, Grain.MONTH, where.day().withDayOfMonth(1), counts, sums);
                if (slice.isOfCity()) {
                    slice.add(where, Grain.DAY, where.day(), counts, sums);
                }
            }
        });
        sums.values().removeIf(Counts::isZero);
        return sums;
    }

    private void add(RollupKey where, Grain grain, LocalDate from, Counts counts, Map<Key, Counts> sums) {
        sums.computeIfAbsent(new Key(this, within.apply(where), grain, from, key.apply(where)), fresh -> new Counts())
                .add(counts);
    }

    private static String nothing(RollupKey where) {
        return "";
    }
}

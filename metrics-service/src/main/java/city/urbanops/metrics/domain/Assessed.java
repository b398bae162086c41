package city.urbanops.metrics.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who or what is assessed besides units; each kind has sums of its own by month, in which every {@link CaseSet} can be asked for. */
public enum Assessed {
    /** Those who find, verify and check 监督员, by what they did themselves. */
    SUPERVISORS,
    /** Those who take reports in and send others to verify and check 受理员. */
    ACCEPTORS,
    /** Those who choose units 派遣员. */
    DISPATCHERS,
    /** Those who file, and answer for what becomes of it 值班长. */
    SHIFT_LEADERS,
    /** Unit grids 单元网格, by their codes. */
    GRIDS;

    /**
     * Where a case counts.
     *
     * @param month its first day
     * @param key an account or a grid
     */
    public record Key(Assessed kind, LocalDate month, String key) {}

    /** For example {@code shift-leaders}; also what is stored. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True if its figures are somebody's own, and not everybody's to read. */
    public boolean isOfPersons() {
        return this != GRIDS;
    }

    /** Finds a kind by its {@link #id}. */
    public static Optional<Assessed> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}

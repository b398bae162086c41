package city.urbanops.dispatch.routing.application;

import city.urbanops.deadlines.WorkingSlot;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.Season;
import city.urbanops.geography.Region;
import city.urbanops.kit.problem.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with exemptions somebody hands in, by place in the list and field. */
final class CheckExemptions {

    /** More stalls than the largest market has, and more ground than a district of a city: a typing error is likelier. */
    private static final int MOST_STALLS = 100_000;

    private static final BigDecimal MOST_SQUARE_METRES = BigDecimal.valueOf(1_000_000_000L);
    private static final int MOST_DECIMALS = 2;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final List<FieldError> errors = new ArrayList<>();

    private CheckExemptions() {}

    /** Every fault; empty when they can be stored. */
    static List<FieldError> errors(List<Exemption> exemptions) {
        CheckExemptions check = new CheckExemptions();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < exemptions.size(); i++) {
            Exemption one = exemptions.get(i);
            String at = "exemptions[%d] %s".formatted(i, one.zoneId());
            check.require(ids.add(one.zoneId()), at, "zoneId: comes twice");
            check.time(at, one);
            check.ground(at, one);
        }
        return check.errors;
    }

    private void time(String at, Exemption one) {
        String hours = one.hours();
        if (hours != null) {
            attempt(at, "hours", () -> WorkingSlot.parse(hours));
        }
        String season = one.season();
        if (season != null) {
            attempt(at, "season", () -> Season.parse(season));
        }
        require(
                isDay(one.effectiveFrom()) && isDay(one.effectiveUntil()),
                at,
                "effectiveFrom, effectiveUntil: must be of this century");
        require(
                one.effectiveFrom() == null
                        || one.effectiveUntil() == null
                        || !one.effectiveUntil().isBefore(one.effectiveFrom()),
                at,
                "effectiveUntil: lies before effectiveFrom");
    }

    private static boolean isDay(@Nullable LocalDate day) {
        return day == null || (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR);
    }

    private void ground(String at, Exemption one) {
        List<List<List<Double>>> polygon = one.polygon();
        if (polygon != null) {
            attempt(at, "polygon", () -> Region.of(one.zoneId(), polygon));
        }
        Integer stalls = one.stalls();
        require(
                stalls == null || (stalls >= 0 && stalls <= MOST_STALLS),
                at,
                "stalls: must be 0 to %d, not %d".formatted(MOST_STALLS, stalls));
        BigDecimal metres = one.areaSquareMetres();
        require(
                metres == null
                        || (metres.signum() >= 0
                                && metres.compareTo(MOST_SQUARE_METRES) <= 0
                                && metres.scale() <= MOST_DECIMALS),
                at,
                "areaSquareMetres: must be 0 to %s, with at most two decimals".formatted(MOST_SQUARE_METRES));
        Exemption.Kind kind = one.kind();
        boolean place = kind != null && kind.isPlace();
        require(!place || polygon != null, at, "polygon: is missing, a %s is somewhere".formatted(kind));
        require(
                place || (stalls == null && metres == null),
                at,
                "kind: must be a place of trade to have stalls or areaSquareMetres");
        require(
                kind != Exemption.Kind.SEASONAL_MARKET || one.season() != null || one.effectiveUntil() != null,
                at,
                "season: is missing, or effectiveUntil: a SEASONAL_MARKET ends");
    }

    private void attempt(String at, String field, Runnable read) {
        try {
            read.run();
        } catch (IllegalArgumentException broken) {
            errors.add(new FieldError(at, field + ": " + broken.getMessage()));
        }
    }

    private void require(boolean holds, String at, String error) {
        if (!holds) {
            errors.add(new FieldError(at, error));
        }
    }
}

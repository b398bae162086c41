package city.urbanops.metrics.reported.domain;

import city.urbanops.metrics.assessment.domain.SchemeError;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Accumulation;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Direction;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Shape;
import city.urbanops.metrics.reported.domain.ReportedIndicator.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks the definition of an indicator; every error by its path in the document. */
public final class IndicatorCheck {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern UNIT_CODE = Pattern.compile("[a-z][a-z0-9-]{1,62}");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final int LONGEST_ID = 60;
    private static final int LONGEST_TEXT = 200;
    private static final BigDecimal LARGEST_TARGET = BigDecimal.TEN.pow(15);

    private final List<SchemeError> errors = new ArrayList<>();

    private IndicatorCheck() {}

    /** Empty if the indicator can be used. */
    public static List<SchemeError> errors(ReportedIndicator indicator) {
        var check = new IndicatorCheck();
        check.names(indicator);
        check.form(indicator);
        check.targets(indicator);
        check.groups(indicator);
        return List.copyOf(check.errors);
    }

    /** What makes old reports mean something never changes; a different figure is a different indicator. */
    public static List<SchemeError> changes(ReportedIndicator before, ReportedIndicator after) {
        var check = new IndicatorCheck();
        check.same("/unit", before.unit(), after.unit());
        check.same("/shape", before.shape(), after.shape());
        check.same("/direction", before.direction(), after.direction());
        check.same("/accumulation", before.accumulation(), after.accumulation());
        check.same("/exclusion", before.exclusion() == null, after.exclusion() == null);
        check.same("/penalties", before.mayBeScored(), after.mayBeScored());
        return List.copyOf(check.errors);
    }

    private void names(ReportedIndicator indicator) {
        if (!ID.matcher(indicator.id()).matches() || indicator.id().length() > LONGEST_ID) {
            wrong("/id", "must be at most " + LONGEST_ID + " lower-case letters, digits and hyphens");
        }
        if (indicator.version() < 1) {
            wrong("/version", "must be 1 or more");
        }
        text("/titleZh", indicator.titleZh());
        text("/titleEn", indicator.titleEn());
        text("/source", indicator.source());
        text("/numerator", indicator.numerator());
        text("/denominator", indicator.denominator());
        text("/exclusion", indicator.exclusion());
    }

    private void text(String path, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
            wrong(path, "must have from 1 to " + LONGEST_TEXT + " characters");
        }
    }

    private void form(ReportedIndicator indicator) {
        var ratio = indicator.shape() == Shape.RATIO;
        var rank = indicator.shape() == Shape.RANK;
        if (ratio != (indicator.unit() == Unit.PERCENT) || rank != (indicator.unit() == Unit.RANK)) {
            wrong("/unit", "must be PERCENT for a RATIO, RANK for a RANK, and neither for a COUNT");
        }
        named("/numerator", ratio, indicator.numerator());
        named("/denominator", ratio, indicator.denominator());
        if (!ratio && indicator.exclusion() != null) {
            wrong("/exclusion", "is for a RATIO only");
        }
        if (rank && indicator.direction() != Direction.LOWER) {
            wrong("/direction", "must be LOWER for a RANK: 1 is the best");
        }
        if (rank && indicator.accumulation() != Accumulation.LEVEL) {
            wrong("/accumulation", "must be LEVEL for a RANK: places do not add up");
        }
    }

    private void named(String path, boolean ratio, @Nullable String name) {
        if (ratio && name == null) {
            wrong(path, "is missing: a RATIO names both its numbers");
        }
        if (!ratio && name != null) {
            wrong(path, "is for a RATIO only");
        }
    }

    private void targets(ReportedIndicator indicator) {
        Objects.requireNonNull(indicator.targets()).forEach((year, target) -> {
            if (!YEAR.matcher(year).matches()) {
                wrong("/targets/" + year, "must be under a year like 2025");
            }
            if (target.signum() < 0 || target.compareTo(LARGEST_TARGET) > 0) {
                wrong("/targets/" + year, "must be from 0 to " + LARGEST_TARGET.toPlainString());
            }
        });
    }

    private void groups(ReportedIndicator indicator) {
        var taken = new HashSet<String>();
        for (int i = 0; i < indicator.units().size(); i++) {
            var units = indicator.units().get(i).units();
            for (int j = 0; j < units.size(); j++) {
                var path = "/groups/" + i + "/units/" + j;
                if (!UNIT_CODE.matcher(units.get(j)).matches()) {
                    wrong(path, "must be the code of a unit, like urban-enforcement");
                } else if (!taken.add(units.get(j))) {
                    wrong(path, units.get(j) + " is in a group already");
                }
            }
        }
    }

    private void same(String path, Object before, Object after) {
        if (!before.equals(after)) {
            wrong(path, "never changes within an indicator: reports under earlier versions would mean something else");
        }
    }

    private void wrong(String path, String message) {
        errors.add(new SchemeError(path, message));
    }
}

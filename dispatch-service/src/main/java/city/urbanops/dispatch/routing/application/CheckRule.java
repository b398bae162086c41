package city.urbanops.dispatch.routing.application;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.units.domain.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one row of a matrix against the city as it is. */
final class CheckRule {

    private final City city;
    private final NavigableSet<String> classes;

    CheckRule(City city, NavigableSet<String> classes) {
        this.city = city;
        this.classes = classes;
    }

    /** Everything wrong with a row, each beginning with the column; empty when it may decide. */
    List<String> errors(RuleDraft draft) {
        List<String> errors = new ArrayList<>();
        missing("rule_id", draft.ruleId()).ifPresent(errors::add);
        missing("source", draft.source()).ifPresent(errors::add);
        classPattern(draft.classPattern()).ifPresent(errors::add);
        area(draft.areaCode()).ifPresent(errors::add);
        missing("lead_unit", draft.leadUnit())
                .or(() -> unit("lead_unit", text(draft.leadUnit())))
                .ifPresent(errors::add);
        for (String assisting : draft.assistingUnits()) {
            unit("assisting_units", assisting).ifPresent(errors::add);
            if (assisting.equals(draft.leadUnit())) {
                errors.add("assisting_units: '%s' leads already".formatted(assisting));
            }
        }
        String expression = orNull(draft.expression());
        if (expression != null) {
            errors.addAll(CheckMatrix.expressionErrors(expression));
        }
        errors.addAll(dates(draft));
        limit(draft).ifPresent(errors::add);
        return errors;
    }

    /** The rule of a row without errors. */
    MatrixRule rule(RuleDraft draft) {
        return new MatrixRule(
                text(draft.ruleId()),
                text(draft.classPattern()),
                orNull(draft.conditionCode()),
                orNull(draft.areaCode()),
                text(draft.leadUnit()),
                draft.assistingUnits(),
                text(draft.source()),
                orNull(draft.expression()),
                date(draft.effectiveFrom()),
                date(draft.effectiveUntil()),
                orNull(draft.discoveryLimit()),
                orNull(draft.limitReason()));
    }

    private Optional<String> classPattern(@Nullable String pattern) {
        if (orNull(pattern) == null) {
            return Optional.of("class_pattern: is missing");
        }
        String next = classes.ceiling(text(pattern));
        return next != null && next.startsWith(text(pattern))
                ? Optional.empty()
                : Optional.of("class_pattern: no class begins with '%s'".formatted(pattern));
    }

    private Optional<String> area(@Nullable String code) {
        return orNull(code) == null || city.areas().contains(text(code))
                ? Optional.empty()
                : Optional.of("area_code: '%s' is not an area".formatted(code));
    }

    private Optional<String> unit(String column, String code) {
        Optional<Unit> unit = city.units().find(code);
        if (unit.isEmpty()) {
            return Optional.of("%s: '%s' is not a unit".formatted(column, code));
        }
        return unit.get().active() ? Optional.empty() : Optional.of("%s: '%s' is dissolved".formatted(column, code));
    }

    private static List<String> dates(RuleDraft draft) {
        try {
            LocalDate from = date(draft.effectiveFrom());
            LocalDate until = date(draft.effectiveUntil());
            return from != null && until != null && until.isBefore(from)
                    ? List.of("effective_until: lies before effective_from")
                    : List.of();
        } catch (DateTimeParseException notADate) {
            return List.of("effective_from, effective_until: '%s' is not a date such as 2026-01-31"
                    .formatted(notADate.getParsedString()));
        }
    }

    /** Working time from discovery would depend on whose hours: natural time does not. */
    private static Optional<String> limit(RuleDraft draft) {
        String limit = orNull(draft.discoveryLimit());
        boolean hasReason = orNull(draft.limitReason()) != null;
        if (limit == null) {
            return hasReason ? Optional.of("limit_reason: is there, and no discovery_limit") : Optional.empty();
        }
        try {
            if (TimeLimit.parse(limit).unit().isWorkingTime()) {
                return Optional.of("discovery_limit: '%s' is working time; write um, uh or ud".formatted(limit));
            }
        } catch (IllegalArgumentException broken) {
            return Optional.of("discovery_limit: " + broken.getMessage());
        }
        return hasReason ? Optional.empty() : missing("limit_reason", null);
    }

    private static Optional<String> missing(String column, @Nullable String value) {
        return orNull(value) == null ? Optional.of(column + ": is missing") : Optional.empty();
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        String date = orNull(text);
        return date == null ? null : LocalDate.parse(date);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

package city.urbanops.metrics.assessment.domain;

import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks what stands around the tree of parts: names, groups, inputs, grades. */
final class SchemeFrame {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][A-Za-z0-9]*");
    private static final int MOST_DECIMALS = 6;

    private SchemeFrame() {}

    static List<SchemeError> errors(Scheme scheme) {
        var errors = new ArrayList<SchemeError>();
        if (!ID.matcher(scheme.id()).matches()) {
            errors.add(new SchemeError("/id", "must be lower-case letters, digits and hyphens"));
        }
        if (scheme.version() < 1) {
            errors.add(new SchemeError("/version", "must be 1 or more"));
        }
        if (scheme.decimals() < 0 || scheme.decimals() > MOST_DECIMALS) {
            errors.add(new SchemeError("/decimals", "must be from 0 to " + MOST_DECIMALS));
        }
        var rateDecimals = scheme.rateDecimals();
        if (rateDecimals != null && (rateDecimals < 0 || rateDecimals > MOST_DECIMALS)) {
            errors.add(new SchemeError("/rateDecimals", "must be from 0 to " + MOST_DECIMALS));
        }
        subjects(scheme, errors);
        groups(scheme, errors);
        inputs(scheme, errors);
        grades(scheme, errors);
        return errors;
    }

    /** Those whose names can be declared; the others are errors of their own. */
    static List<Scheme.Input> usable(List<Scheme.Input> inputs) {
        var taken = indicators();
        return inputs.stream()
                .filter(input -> IDENTIFIER.matcher(input.id()).matches() && taken.add(input.id()))
                .toList();
    }

    /** Appeals and deductions are of units: a person is assessed by what is counted, and can ask for its cases. */
    private static void subjects(Scheme scheme, List<SchemeError> errors) {
        var subjects = scheme.subjects();
        if (subjects == null || subjects.equals(Scheme.UNITS)) {
            return;
        }
        if (scheme.assessed().isEmpty()) {
            errors.add(new SchemeError(
                    "/subjects",
                    Arrays.stream(Assessed.values())
                            .map(Assessed::id)
                            .collect(Collectors.joining(", ", "must be one of " + Scheme.UNITS + ", ", ""))));
        }
        if (scheme.exemptLeaveRates()) {
            errors.add(new SchemeError("/exemptLeaveRates", "is for schemes of units, who may appeal"));
        }
        if (hasLedger(scheme.root())) {
            errors.add(new SchemeError("/root", "has a ledger, which is for schemes of units"));
        }
    }

    private static boolean hasLedger(Scheme.Part part) {
        return part.ledger() != null
                || (part.parts() != null && part.parts().stream().anyMatch(SchemeFrame::hasLedger));
    }

    private static void groups(Scheme scheme, List<SchemeError> errors) {
        var units = new HashSet<String>();
        for (int i = 0; i < scheme.groups().size(); i++) {
            for (var unit : scheme.groups().get(i).units()) {
                if (!units.add(unit)) {
                    errors.add(new SchemeError("/groups/" + i + "/units", unit + " is in a group already"));
                }
            }
        }
    }

    private static void inputs(Scheme scheme, List<SchemeError> errors) {
        var taken = indicators();
        for (int i = 0; i < scheme.inputs().size(); i++) {
            var input = scheme.inputs().get(i);
            var path = "/inputs/" + i;
            if (!IDENTIFIER.matcher(input.id()).matches()) {
                errors.add(new SchemeError(path + "/id", "must be an identifier like fieldInspection"));
            } else if (!taken.add(input.id())) {
                errors.add(new SchemeError(path + "/id", "is taken: " + input.id()));
            }
            if (Fines.areSpokenOf(input.id()) || Fines.areSpokenOf(input.titleZh())) {
                errors.add(new SchemeError(path, Fines.REASON));
            }
            var indicator = input.indicator();
            if (indicator != null && Fines.areSpokenOf(indicator)) {
                errors.add(new SchemeError(path + "/indicator", Fines.REASON));
            }
            if (indicator != null && scheme.assessed().isPresent()) {
                errors.add(new SchemeError(path + "/indicator", "is reported by units: only a scheme of units has it"));
            }
            if (input.minimum() >= input.maximum()) {
                errors.add(new SchemeError(path + "/minimum", "must be below maximum"));
            }
        }
    }

    private static void grades(Scheme scheme, List<SchemeError> errors) {
        var grades = scheme.grades();
        for (int i = 1; i < grades.size(); i++) {
            if (grades.get(i).from().compareTo(grades.get(i - 1).from()) >= 0) {
                errors.add(new SchemeError("/grades/" + i + "/from", "must be below the grade before: best first"));
            }
        }
        if (!grades.isEmpty() && grades.get(grades.size() - 1).from().compareTo(BigDecimal.ZERO) > 0) {
            errors.add(new SchemeError("/grades/" + (grades.size() - 1) + "/from", "must be 0 for the last grade"));
        }
    }

    private static java.util.Set<String> indicators() {
        return Indicator.names().stream().map(Vocabularies::identifier).collect(Collectors.toCollection(HashSet::new));
    }
}

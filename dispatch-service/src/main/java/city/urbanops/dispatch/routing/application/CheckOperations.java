package city.urbanops.dispatch.routing.application;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.routing.domain.JointOperation;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.reference.Derived;
import city.urbanops.kit.reference.ReferenceData;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with joint operations somebody hands in, by place in the list and field. */
@Singleton
public class CheckOperations {

    /** Outside of these a typing error is likelier. */
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("2101-01-01T00:00:00Z");

    private final CurrentCity city;
    private final Derived<TaxonomyDocument, NavigableSet<String>> classes;

    CheckOperations(CurrentCity city, ReferenceData reference) {
        this.city = city;
        this.classes = reference.derive(ReferenceDocuments.TAXONOMY, document -> document.classes().stream()
                .map(TaxonomyDocument.CaseClass::code)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Every fault; empty when they can be stored. 503 before the classes are known. */
    public List<FieldError> errors(List<JointOperation> operations) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < operations.size(); i++) {
            JointOperation one = operations.get(i);
            List<String> wrong = new ArrayList<>();
            if (!ids.add(one.operationId())) {
                wrong.add("operationId: comes twice");
            }
            wrong.addAll(wrongWithin(one));
            contradicted(operations.subList(0, i), one).ifPresent(wrong::add);
            String at = "operations[%d] %s".formatted(i, one.operationId());
            wrong.forEach(message -> errors.add(new FieldError(at, message)));
        }
        return errors;
    }

    private List<String> wrongWithin(JointOperation one) {
        List<String> wrong = new ArrayList<>();
        if (!one.startsAt().isBefore(one.endsAt())) {
            wrong.add("endsAt: lies before startsAt");
        }
        if (one.startsAt().isBefore(FIRST) || one.endsAt().isAfter(LAST)) {
            wrong.add("startsAt, endsAt: must be of this century");
        }
        for (String pattern : one.classPatterns()) {
            String next = classes.get().ceiling(pattern);
            if (next == null || !next.startsWith(pattern)) {
                wrong.add("classPatterns: no class begins with '%s'".formatted(pattern));
            }
        }
        String area = one.areaCode();
        if (area != null && !city.get().areas().contains(area)) {
            wrong.add("areaCode: '%s' is not an area".formatted(area));
        }
        String lead = one.leadUnit();
        if (lead != null) {
            unit("leadUnit", lead).ifPresent(wrong::add);
        }
        for (String assisting : one.assistingUnits()) {
            unit("assistingUnits", assisting).ifPresent(wrong::add);
            if (assisting.equals(lead)) {
                wrong.add("assistingUnits: '%s' leads already".formatted(assisting));
            }
        }
        if (lead == null && one.assistingUnits().isEmpty()) {
            wrong.add("assistingUnits: must not be empty where no unit leads: the operation would change nothing");
        }
        return wrong;
    }

    /** Two leaders of one case. */
    private static Optional<String> contradicted(List<JointOperation> before, JointOperation one) {
        String lead = one.leadUnit();
        return lead == null
                ? Optional.empty()
                : before.stream()
                        .filter(other ->
                                other.leadUnit() != null && !other.leadUnit().equals(lead))
                        .filter(one::meets)
                        .findFirst()
                        .map(other -> "leadUnit: '%s' leads '%s', which is about the same cases at the same time"
                                .formatted(other.leadUnit(), other.operationId()));
    }

    private Optional<String> unit(String field, String code) {
        Optional<Unit> unit = city.get().units().find(code);
        if (unit.isEmpty()) {
            return Optional.of("%s: '%s' is not a unit".formatted(field, code));
        }
        return unit.get().active() ? Optional.empty() : Optional.of("%s: '%s' is dissolved".formatted(field, code));
    }
}

package city.urbanops.dispatch.routing.application;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.expressions.SourceError;
import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.reference.Derived;
import city.urbanops.kit.reference.ReferenceData;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whether a matrix somebody hands in may decide: every row leads to a unit that is there, about classes and areas that are. */
@Singleton
public class CheckMatrix {

    private final CurrentCity city;
    private final Derived<TaxonomyDocument, NavigableSet<String>> classes;

    CheckMatrix(CurrentCity city, ReferenceData reference) {
        this.city = city;
        this.classes = reference.derive(ReferenceDocuments.TAXONOMY, document -> document.classes().stream()
                .map(TaxonomyDocument.CaseClass::code)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /**
     * What an upload holds.
     *
     * @param rules empty when there are errors
     * @param errors by row
     */
    public record Checked(List<MatrixRule> rules, List<FieldError> errors) {
        public Checked {
            rules = List.copyOf(rules);
            errors = List.copyOf(errors);
        }
    }

    /** Checks every row; compiling expressions takes milliseconds each, so not for the event loop. 503 before the classes are known. */
    public Checked check(List<RuleDraft> drafts) {
        CheckRule rows = new CheckRule(city.get(), classes.get());
        List<MatrixRule> rules = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        if (drafts.isEmpty()) {
            errors.add(new FieldError("rules", "must not be empty: nothing would be dispatched"));
        }
        for (RuleDraft draft : drafts) {
            List<String> wrong = rows.errors(draft);
            if (draft.ruleId() != null && !ids.add(draft.ruleId())) {
                wrong.add("rule_id: '%s' comes twice".formatted(draft.ruleId()));
            }
            wrong.forEach(message -> errors.add(new FieldError(draft.at(), message)));
            if (wrong.isEmpty()) {
                rules.add(rows.rule(draft));
            }
        }
        return errors.isEmpty() ? new Checked(rules, errors) : new Checked(List.of(), errors);
    }

    static List<String> expressionErrors(String expression) {
        return RuleExpressions.compile(expression).errors().stream()
                .map(SourceError::toString)
                .map(error -> "expression: " + error)
                .toList();
    }
}

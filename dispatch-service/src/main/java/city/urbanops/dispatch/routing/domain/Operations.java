package city.urbanops.dispatch.routing.domain;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All joint operations in one version.
 *
 * @param version names this state of them
 * @param all every one, past and to come; a city has some dozens
 */
public record Operations(String version, List<JointOperation> all) {

    public Operations {
        all = List.copyOf(all);
    }

    /**
     * Who handles a case.
     *
     * @param unit the unit that has it
     * @param assistingUnits who helps; may name units that are dissolved
     * @param reason one sentence for the rule, one for each operation
     */
    public record Handling(Unit unit, List<String> assistingUnits, String reason) {
        public Handling {
            assistingUnits = List.copyOf(assistingUnits);
        }
    }

    /** What the matrix decided, and what operations the case is one of add to it. */
    public Handling join(Routing.ToUnit found, RoutingQuestion question, UnitDirectory units) {
        RoutingQuestion.Circumstances known = question.circumstances();
        Unit lead = found.unit();
        Set<String> assisting = new LinkedHashSet<>(found.rule().assistingUnits());
        List<String> reasons = new ArrayList<>(List.of(found.reason()));
        if (known != null) {
            for (JointOperation operation : all) {
                if (operation.covers(question, known.at())) {
                    Optional<Unit> leader = leader(operation, units);
                    if (leader.isPresent() && !leader.get().equals(lead)) {
                        assisting.add(lead.code());
                        lead = leader.get();
                    }
                    assisting.addAll(operation.assistingUnits());
                    reasons.add(reason(operation, leader));
                }
            }
        }
        assisting.remove(lead.code());
        return new Handling(lead, List.copyOf(assisting), String.join(" ", reasons));
    }

    /** A unit dissolved since leads nothing: the matrix's does. */
    private static Optional<Unit> leader(JointOperation operation, UnitDirectory units) {
        return Optional.ofNullable(operation.leadUnit()).flatMap(units::find).filter(Unit::active);
    }

    private static String reason(JointOperation operation, Optional<Unit> leader) {
        String helping = operation.assistingUnits().isEmpty()
                ? ""
                : " with the help of " + String.join(", ", operation.assistingUnits());
        return "It is a case of the joint operation %s, %s (%s)%s%s."
                .formatted(
                        operation.operationId(),
                        operation.name(),
                        operation.source(),
                        leader.map(unit -> ", led by " + unit.code()).orElse(""),
                        helping);
    }
}

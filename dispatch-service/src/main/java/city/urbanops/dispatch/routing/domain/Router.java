package city.urbanops.dispatch.routing.domain;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import java.util.List;
import java.util.Optional;

/** Finds the unit a case belongs to; in doubt it asks a person rather than guess. */
public final class Router {

    private Router() {}

    /** The same, after the exemptions: a case that falls under one is looked at by a person first. */
    public static Routing route(RoutingQuestion question, Matrix matrix, UnitDirectory units, Exemptions exemptions) {
        Optional<Exemption> exempt = exemptions.of(question);
        return exempt.isPresent()
                ? new Routing.ToQueue(exempt.get().explain(), matrix.covering(question), Routing.Doubt.FOR_A_PERSON)
                : route(question, matrix, units);
    }

    /** Decides by the most specific rule; a gap, a contradiction, or a unit that is missing or dissolved goes to the queue. */
    public static Routing route(RoutingQuestion question, Matrix matrix, UnitDirectory units) {
        List<MatrixRule> covering = matrix.covering(question);
        if (covering.isEmpty()) {
            return new Routing.ToQueue(
                    "No rule of the responsibility matrix covers class %s in area %s."
                            .formatted(question.classCode(), question.areaCode()),
                    covering,
                    Routing.Doubt.GAP);
        }
        MatrixRule best = covering.get(0);
        Optional<MatrixRule> rival = rivalOf(best, covering);
        if (rival.isPresent()) {
            return new Routing.ToQueue(
                    "Rules %s and %s cover the case equally closely but name %s and %s."
                            .formatted(
                                    best.ruleId(),
                                    rival.get().ruleId(),
                                    best.leadUnit(),
                                    rival.get().leadUnit()),
                    covering,
                    Routing.Doubt.CONTRADICTION);
        }
        Optional<String> switchedOff = matrix.switchedOff(best.ruleId());
        if (switchedOff.isPresent()) {
            return new Routing.ToQueue(
                    "Rule %s would decide, but is switched off: %s".formatted(best.ruleId(), switchedOff.get()),
                    covering,
                    Routing.Doubt.FOR_A_PERSON);
        }
        return units.find(best.leadUnit())
                .map(unit -> toUnit(unit, best, question, covering))
                .orElseGet(() -> new Routing.ToQueue(
                        "Rule %s names the unit %s, which does not exist.".formatted(best.ruleId(), best.leadUnit()),
                        covering,
                        Routing.Doubt.FOR_A_PERSON));
    }

    private static Routing toUnit(Unit unit, MatrixRule rule, RoutingQuestion question, List<MatrixRule> covering) {
        if (!unit.active()) {
            return new Routing.ToQueue(
                    "Rule %s names the unit %s, which is no longer active.".formatted(rule.ruleId(), unit.code()),
                    covering,
                    Routing.Doubt.FOR_A_PERSON);
        }
        return new Routing.ToUnit(
                unit,
                rule,
                "Rule %s gives class %s in area %s to %s (%s)%s."
                        .formatted(
                                rule.ruleId(),
                                question.classCode(),
                                question.areaCode(),
                                unit.code(),
                                rule.source(),
                                rule.expression() == null ? "" : ", because " + rule.expression()),
                covering);
    }

    private static Optional<MatrixRule> rivalOf(MatrixRule best, List<MatrixRule> covering) {
        return covering.stream()
                .skip(1)
                .filter(rule -> MatrixRule.SPECIFICITY.compare(best, rule) == 0)
                .filter(rule -> !rule.leadUnit().equals(best.leadUnit()))
                .findFirst();
    }
}

package city.urbanops.dispatch.units.application;

import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.routing.application.SwitchOffRules;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.application.ReleaseTasks;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What follows when a unit ends: its rules decide no longer, and what it holds goes back to the dispatcher. Nothing is dropped. */
@Singleton
public class DissolveUnit {

    private final CityTables tables;
    private final SwitchOffRules switchOff;
    private final ReleaseTasks release;

    DissolveUnit(CityTables tables, SwitchOffRules switchOff, ReleaseTasks release) {
        this.tables = tables;
        this.switchOff = switchOff;
        this.release = release;
    }

    /** Does all that, in the caller's transaction; returns how many tasks went back. */
    Uni<Integer> of(Mutiny.StatelessSession session, Unit unit, Caller caller) {
        return tables.rules(session)
                .map(rules -> rules.stream()
                        .filter(rule -> rule.leadUnit().equals(unit.code()))
                        .collect(Collectors.toMap(
                                MatrixRule::ruleId, rule -> "The unit %s is dissolved.".formatted(unit.code()))))
                .chain(reasons -> switchOff.of(session, SwitchOffRules.Cause.RULE_OF_DISSOLVED_UNIT, reasons))
                .chain(() ->
                        release.of(session, unit.code(), "The unit %s is dissolved.".formatted(unit.code()), caller));
    }
}

package city.urbanops.dispatch.city.persistence;

import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Rules of the matrix in force that decide no longer (ADR 0041). */
@Singleton
public class RuleSwitches {

    private static final String SWITCH_OFF =
            JsonRows.insertInto("rule_switch", SwitchRow.class, ":rows") + "on conflict (rule_id) do nothing";

    private final CityVersions versions;
    private final Clock clock;

    RuleSwitches(CityVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Switches rules off, each with its reason; one that is switched off already keeps its reason. */
    public Uni<Void> off(Mutiny.StatelessSession session, Map<String, String> reasons) {
        if (reasons.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        List<SwitchRow> rows = reasons.entrySet().stream()
                .map(one -> new SwitchRow(one.getKey(), one.getValue(), now))
                .toList();
        return session.createNativeQuery(SWITCH_OFF)
                .setParameter("rows", JsonRows.write(rows))
                .executeUpdate()
                .chain(() -> versions.mark(session, CityVersions.RULE_SWITCHES, now.toString()));
    }

    /** Every rule decides again. */
    Uni<Void> allOn(Mutiny.StatelessSession session) {
        return session.createNativeQuery("delete from rule_switch")
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Why a rule decides no longer, by rule. */
    Uni<Map<String, String>> reasons(Mutiny.StatelessSession session) {
        return JsonRows.all(session, "rule_switch", "rule_id", SwitchRow.class)
                .map(rows -> rows.stream().collect(Collectors.toMap(SwitchRow::ruleId, SwitchRow::reason)));
    }

    record SwitchRow(String ruleId, String reason, Instant switchedAt) {}
}

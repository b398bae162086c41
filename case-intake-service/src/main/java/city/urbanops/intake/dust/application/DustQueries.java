package city.urbanops.intake.dust.application;

import city.urbanops.intake.dust.persistence.DustAlarms;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Reads what the dust rule has said. */
@Singleton
public class DustQueries {

    private final DustAlarms alarms;

    DustQueries(DustAlarms alarms) {
        this.alarms = alarms;
    }

    /**
     * A step of the rule.
     *
     * @param caseId the case it belongs to, if any
     * @param evidence the body of the event
     */
    public record Alarm(UUID alarmId, @Nullable UUID caseId, JsonNode evidence) {}

    /** Steps of one site or of all, newest window first. */
    public Uni<Page<Alarm>> alarms(Mutiny.StatelessSession session, @Nullable String siteId, PageRequest page) {
        var after = page.after();
        return alarms.list(
                        session,
                        siteId,
                        after.map(cursor -> cursor.instant(0)).orElse(null),
                        after.map(cursor -> cursor.id(1)).orElse(null),
                        page.limit() + 1)
                .map(rows -> Page.of(rows, page, row -> Cursor.of(row.windowStart(), row.alarmId())))
                .map(found -> new Page<>(
                        found.items().stream()
                                .map(row -> new Alarm(row.alarmId(), row.caseId(), row.evidence()))
                                .toList(),
                        found.nextCursor()));
    }
}

package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case of a former system, whole life in one event; it makes no task, timer or message.
 *
 * @param context common to all events of a case
 * @param caseNumber its number there
 * @param sourceSystem the former system
 * @param sourceId its id there, unique within the system
 * @param text masked text
 * @param location where known
 * @param originalUnit the unit as written there
 * @param originalArea the area as written there
 * @param phase where it stood
 * @param reportedAt when it came in
 * @param filedAt when it was filed
 * @param dispatchedAt when it was dispatched
 * @param dueAt its deadline as that system had it
 * @param handedBackAt when the unit reported it handled
 * @param closedAt when it was closed
 * @param originalClass the class as written there
 * @param address as written there, masked
 * @param asOf until when that system's record speaks: an open case whose deadline lies before it was overdue there; absent means
 *     until the event's own time
 * @param oddities what contradicts itself in the record, for example {@code closed-before-reported}; absent if nothing does
 */
public record CaseImported(
        @JsonUnwrapped CaseContext context,
        String caseNumber,
        String sourceSystem,
        String sourceId,
        String text,
        @Nullable GeoPoint location,
        @Nullable String originalUnit,
        @Nullable String originalArea,
        String phase,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant dueAt,
        @Nullable Instant handedBackAt,
        @Nullable Instant closedAt,
        @Nullable String originalClass,
        @Nullable String address,
        @Nullable Instant asOf,
        @Nullable List<String> oddities)
        implements CaseEvent {}

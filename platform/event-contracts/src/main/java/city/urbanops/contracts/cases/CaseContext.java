package city.urbanops.contracts.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every event of a case carries, flat beside its own fields, so that a consumer can route and count without a look-up.
 *
 * @param caseId the case; also the Kafka key
 * @param taskId the task the event is about, absent before there is one
 * @param round 1 for the first handling, one more after each rework or reopening; facts of an older round are superseded
 * @param classCode kind, major and minor class, for example {@code E0304}
 * @param areaCode the smallest known area, normally the unit grid's 15 digits; the first six are the district
 * @param channel how the report came in, one of DESIGN §9
 * @param department the unit now responsible, absent before dispatch
 * @param actor the account or the system part that caused it; never a citizen
 */
public record CaseContext(
        UUID caseId,
        @Nullable UUID taskId,
        int round,
        String classCode,
        String areaCode,
        String channel,
        @Nullable String department,
        String actor) {}

package city.urbanops.dispatch.routing.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A joint operation 联合行动 (DOMAIN §14, E22): while it runs, more units help with its cases than the matrix names.
 *
 * @param operationId unique
 * @param name for people
 * @param classPatterns class codes or beginnings of them; at least one
 * @param areaCode only cases in this area; absent for the whole city
 * @param leadUnit the unit that leads instead of the matrix's, which then helps; absent where the matrix's leads
 * @param assistingUnits units that help; may be empty where another one leads
 * @param startsAt inclusive
 * @param endsAt exclusive
 * @param source the plan behind it
 */
public record JointOperation(
        String operationId,
        String name,
        List<String> classPatterns,
        @Nullable String areaCode,
        @Nullable String leadUnit,
        List<String> assistingUnits,
        Instant startsAt,
        Instant endsAt,
        String source) {

    public JointOperation {
        classPatterns = List.copyOf(classPatterns);
        assistingUnits = List.copyOf(assistingUnits);
    }

    boolean covers(RoutingQuestion question, Instant at) {
        return !at.isBefore(startsAt)
                && at.isBefore(endsAt)
                && classPatterns.stream().anyMatch(question.classCode()::startsWith)
                && (areaCode == null || question.areaCode().startsWith(areaCode));
    }

    /** Whether some case could be one of both. */
    public boolean meets(JointOperation other) {
        return startsAt.isBefore(other.endsAt)
                && other.startsAt.isBefore(endsAt)
                && nested(areaCode == null ? "" : areaCode, other.areaCode == null ? "" : other.areaCode)
                && classPatterns.stream()
                        .anyMatch(one -> other.classPatterns.stream().anyMatch(two -> nested(one, two)));
    }

    private static boolean nested(String one, String two) {
        return one.startsWith(two) || two.startsWith(one);
    }
}

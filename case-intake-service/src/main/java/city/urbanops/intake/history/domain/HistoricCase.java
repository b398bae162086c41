package city.urbanops.intake.history.domain;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.casefile.domain.Point;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as a former system has it; codes it could not translate stay its own.
 *
 * @param sourceId its id there, unique within the system
 * @param channel how it came in
 * @param text what was reported
 * @param classCode of this city's taxonomy, or the former system's own
 * @param areaCode of this city, or the former system's own
 * @param department the unit that had it last, of this city or the former system's own; absent if none had it
 * @param address in words
 * @param point where known
 * @param phase where it stood
 * @param times when what happened
 * @param original class, area and unit as written there
 * @param oddities what contradicts itself in the record
 */
public record HistoricCase(
        String sourceId,
        Channel channel,
        String text,
        String classCode,
        String areaCode,
        @Nullable String department,
        @Nullable String address,
        @Nullable Point point,
        Phase phase,
        HistoricTimes times,
        Original original,
        List<String> oddities) {

    private static final int DISTRICT_DIGITS = 6;

    public HistoricCase {
        oddities = List.copyOf(oddities);
    }

    /** The first six characters of the area code, as metrics counts it; all of a shorter code. */
    public String district() {
        return areaCode.length() <= DISTRICT_DIGITS ? areaCode : areaCode.substring(0, DISTRICT_DIGITS);
    }

    /** The same with the text, address and time of report it was first told with. */
    public HistoricCase reportedAs(String firstText, @Nullable String firstAddress, Instant firstReportedAt) {
        return new HistoricCase(
                sourceId,
                channel,
                firstText,
                classCode,
                areaCode,
                department,
                firstAddress,
                point,
                phase,
                times.reportedAt(firstReportedAt),
                original,
                oddities);
    }

    /** The words the former system used. */
    public record Original(
            @Nullable String classCode,
            @Nullable String area,
            @Nullable String unit) {}
}

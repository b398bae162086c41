package city.urbanops.dispatch.learning.domain;

import city.urbanops.classifier.CaseFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A closed case to learn from, with nothing in it that was not known when it was opened but what became of it.
 *
 * @param exampleNo grows with each new example: what a model has seen is told by it
 * @param caseId the case
 * @param openedAt when it was filed, in a former system reported
 * @param classCode its class; {@link #UNCLASSIFIED} when there is none
 * @param conditionCode the filing condition; empty when not known
 * @param areaCode the smallest known area
 * @param channel how the report came in
 * @param text masked beginning of the report
 * @param unit the unit that had it when it was closed; absent when not known
 */
public record Example(
        long exampleNo,
        UUID caseId,
        Instant openedAt,
        String classCode,
        String conditionCode,
        String areaCode,
        String channel,
        String text,
        @Nullable String unit) {

    /** The class of a report without one (ADR 0008). */
    public static final String UNCLASSIFIED = "E0000";

    static final String CLASS = "class";
    static final String MAJOR_CLASS = "major";
    static final String CHANNEL = "channel";
    static final String DISTRICT = "district";
    static final String STREET = "street";
    static final String COMMUNITY = "community";

    /** A report says what it is about at its beginning; what is not kept needs no memory. */
    public static final int LONGEST_TEXT = 160;

    private static final int HOURS_A_SHIFT = 3;
    private static final int DISTRICT_DIGITS = 6;
    private static final int STREET_DIGITS = 9;
    private static final int COMMUNITY_DIGITS = 12;
    private static final int MAJOR_CHARACTERS = 3;

    @Nullable
    String knownClass() {
        return classCode.equals(UNCLASSIFIED) ? null : classCode;
    }

    /** What a model looks at, hours by the city's zone. */
    public CaseFacts facts(ZoneId zone) {
        return facts(openedAt, classCode, conditionCode, areaCode, channel, text, zone);
    }

    /** The same of a case that has to be decided. */
    public static CaseFacts facts(
            Instant at,
            String classCode,
            String conditionCode,
            String areaCode,
            String channel,
            String text,
            ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        Map<String, String> values = new HashMap<>();
        values.put(CLASS, classCode);
        values.put(MAJOR_CLASS, beginning(classCode, MAJOR_CHARACTERS));
        values.put("condition", conditionCode);
        values.put(CHANNEL, channel);
        values.put(DISTRICT, beginning(areaCode, DISTRICT_DIGITS));
        values.put(STREET, beginning(areaCode, STREET_DIGITS));
        values.put(COMMUNITY, beginning(areaCode, COMMUNITY_DIGITS));
        values.put("shift", Integer.toString(local.getHour() / HOURS_A_SHIFT));
        return new CaseFacts(at, values, beginning(text, LONGEST_TEXT));
    }

    private static String beginning(String whole, int length) {
        return whole.length() > length ? whole.substring(0, length) : whole;
    }
}

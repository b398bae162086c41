package city.urbanops.metrics.forecast.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something out of the ordinary that was seen just now.
 *
 * @param kind what sort of thing
 * @param subject who or where
 * @param value what is
 * @param expected what should be
 * @param text the sentence that says so
 * @param strong true if it is enough to raise a warning; otherwise it only keeps one that stands, so that warnings do not come and go
 */
public record Finding(Kind kind, Subject subject, double value, double expected, Text text, boolean strong) {

    /** The sorts of warnings. */
    public enum Kind {
        /** A unit will miss deadlines within the horizon. */
        AT_RISK,
        /** A day's filings lie outside of the band. */
        ANOMALY,
        /** The same comes again and again at a place, more than before. */
        HOTSPOT
    }

    /**
     * What it is about; what is absent means all.
     *
     * @param unit a unit
     * @param classCode a class
     * @param areaCode a district or a smallest area
     */
    public record Subject(
            @Nullable String unit,
            @Nullable String classCode,
            @Nullable String areaCode) {

        public static final Subject CITY = new Subject(null, null, null);

        /** The same subject gives the same text. */
        public String key() {
            return part(unit) + '/' + part(classCode) + '/' + part(areaCode);
        }

        private static String part(@Nullable String code) {
            return code == null ? "" : code;
        }
    }

    /** In English and Chinese. */
    public record Text(String english, String chinese) {}

    /** Two findings of one key are the same warning, seen again. */
    public String key() {
        return kind + ":" + subject.key();
    }
}

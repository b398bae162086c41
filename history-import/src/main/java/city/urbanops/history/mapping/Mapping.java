package city.urbanops.history.mapping;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping file: how one city's CSV reads. docs/import.md explains it; {@code mapping.schema.json} beside the shipped ones is its schema.
 *
 * @param sourceSystem the former system, 2 to 30 lower-case letters and digits: with the id there it tells cases apart, forever
 * @param title for people
 * @param charset of the file; UTF-8 if absent
 * @param separator between values; a comma if absent
 * @param zone of all times without one of their own, for example {@code America/New_York}
 * @param dateFormats patterns of java.time, tried in their order
 * @param asOf until when the file speaks, in one of the formats; until the import if absent
 * @param sourceId the id there
 * @param text what was reported
 * @param classCode class; without a translation the case is unclassified
 * @param department the unit that had it last; without a translation its own code stays
 * @param area where; without a translation its own code stays
 * @param channel how it came in; must end in one of ours
 * @param phase where it stood; must end in one of ours
 * @param address in words
 * @param location position, WGS-84
 * @param times columns of times
 */
public record Mapping(
        @JsonProperty(required = true) String sourceSystem,
        @Nullable String title,
        @Nullable String charset,
        @Nullable String separator,
        @JsonProperty(required = true) String zone,
        @JsonProperty(required = true) List<String> dateFormats,
        @Nullable String asOf,
        @JsonProperty(required = true) Field sourceId,
        @JsonProperty(required = true) Field text,
        @JsonProperty(value = "class", required = true) Field classCode,
        @Nullable Field department,
        @JsonProperty(required = true) Field area,
        @JsonProperty(required = true) Field channel,
        @JsonProperty(required = true) Field phase,
        @Nullable Field address,
        @Nullable Location location,
        @JsonProperty(required = true) Times times) {

    /**
     * Where a value comes from, and what it becomes. Exactly one of column and template; at most one of values and table.
     *
     * @param column its column
     * @param template a text with {@code {column}} in it
     * @param values translations
     * @param table translations in a CSV file of their own
     * @param otherwise what an empty value, or one without a translation, becomes
     */
    public record Field(
            @Nullable String column,
            @Nullable String template,
            @Nullable Map<String, String> values,
            @Nullable Table table,
            @Nullable String otherwise) {}

    /**
     * Translations in a CSV file.
     *
     * @param file beside the mapping
     * @param key its column of words; {@code *} stands for all others
     * @param value its column of codes
     */
    public record Table(
            @JsonProperty(required = true) String file,
            @JsonProperty(required = true) String key,
            @JsonProperty(required = true) String value) {}

    /**
     * Columns of a position in degrees.
     *
     * @param unknown positions that stand for "nobody knows", for example the city hall's
     */
    public record Location(
            @JsonProperty(required = true) String lng,
            @JsonProperty(required = true) String lat,
            @Nullable List<Point> unknown) {}

    /** A position in degrees. */
    public record Point(
            @JsonProperty(required = true) double lng,
            @JsonProperty(required = true) double lat) {}

    /** Columns of times; a system that does not tell two of them apart has the same column twice. */
    public record Times(
            @JsonProperty(required = true) String reported,
            @Nullable String filed,
            @Nullable String dispatched,
            @Nullable String due,
            @Nullable String handedBack,
            @Nullable String closed) {}
}

package city.urbanops.history.mapping;

import city.urbanops.commandline.CommandFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows of a file to cases, by a mapping; the file's columns are known. */
public final class RowReader {

    /** Intake's class of a case nobody has classified. */
    private static final String UNCLASSIFIED = "E0000";

    private static final Pattern CLASS = Pattern.compile("[EP]\\d{4}");

    private static final int LONGEST_TEXT = 5000;
    private static final int LONGEST_ADDRESS = 300;
    private static final Set<String> CHANNELS = Set.of(
            "HOTLINE_12345",
            "PETITION_PROVINCE",
            "PETITION_CITY",
            "ONLINE_POLITICS",
            "DUST_MONITOR",
            "CITIZEN_APP",
            "PUBLIC_REPORT",
            "CITY_PATROL",
            "COUNTY_PATROL",
            "COMMUNITY_STATION",
            "AI_VIDEO",
            "SATELLITE_PATCH",
            "OWNER_DEPARTMENT",
            "OPEN311");
    private static final Set<String> PHASES = Set.of(
            "REPORTED", "VERIFYING", "FILED", "DISPATCHED", "HANDLING", "SUSPENDED", "CHECKING", "CLOSED", "VOID");

    private final int width;
    private final FieldReader sourceId;
    private final FieldReader text;
    private final FieldReader classCode;
    private final FieldReader department;
    private final FieldReader area;
    private final FieldReader channel;
    private final FieldReader phase;
    private final FieldReader address;
    private final PositionReader position;
    private final TimeReader times;
    private final @Nullable Instant asOf;

    private RowReader(MappingFile file, List<String> columns) {
        var mapping = file.mapping();
        width = columns.size();
        var fields = new FieldReaders(file, columns);
        sourceId = fields.of("sourceId", mapping.sourceId());
        text = fields.of("text", mapping.text());
        classCode = fields.of("class", mapping.classCode());
        department = fields.of("department", mapping.department());
        area = fields.of("area", mapping.area());
        channel = fields.of("channel", mapping.channel());
        phase = fields.of("phase", mapping.phase());
        address = fields.of("address", mapping.address());
        position = new PositionReader(mapping.location(), fields);
        times = new TimeReader(mapping, fields);
        var until = mapping.asOf();
        asOf = until == null ? null : times.instant(until);
        if (until != null && asOf == null) {
            throw new CommandFailure("The mapping's asOf is in none of its dateFormats: " + until + ".");
        }
    }

    /**
     * A reader for files with these columns.
     *
     * @throws CommandFailure naming the key whose column the file does not have
     */
    public static RowReader of(MappingFile mapping, List<String> columns) {
        return new RowReader(mapping, columns);
    }

    /** Until when the file speaks; absent means until the import. */
    public @Nullable Instant asOf() {
        return asOf;
    }

    /** The case a row tells of, or why it is none we can take; no values at all are a record that could not be read. */
    public Row read(String[] values) {
        if (values.length != width) {
            return Row.skipped(values.length == 0 ? "unreadable-record" : "wrong-number-of-columns");
        }
        var id = sourceId.read(values).code();
        if (id == null || id.length() > 100) {
            return Row.skipped(id == null ? "sourceId-missing" : "sourceId-too-long");
        }
        var how = channel.read(values).code();
        if (how == null || !CHANNELS.contains(how)) {
            return Row.skipped("channel-unknown");
        }
        var stood = phase.read(values).code();
        if (stood == null || !PHASES.contains(stood)) {
            return Row.skipped("phase-unknown");
        }
        var told = times.read(values);
        if (told.unreadable() != null) {
            return Row.skipped(told.unreadable() + "-unreadable");
        }
        var reported = told.reported();
        if (reported == null) {
            return Row.skipped("reported-missing");
        }
        if (reported.isAfter(Instant.now())) {
            return Row.skipped("reported-in-future");
        }
        return Row.of(new HistoricCase(values, id, how, stood, told, reported).told());
    }

    private static @Nullable String cut(@Nullable String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    private static String classCode(@Nullable String translation) {
        return translation != null && CLASS.matcher(translation).matches() ? translation : UNCLASSIFIED;
    }

    private static boolean isBefore(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other);
    }

    /** One row on its way. */
    private final class HistoricCase {

        private final String[] values;
        private final String id;
        private final String how;
        private final String stood;
        private final TimeReader.Told told;
        private final Instant reported;

        HistoricCase(String[] values, String id, String how, String stood, TimeReader.Told told, Instant reported) {
            this.values = values;
            this.id = id;
            this.how = how;
            this.stood = stood;
            this.told = told;
            this.reported = reported;
        }

        ToldCase told() {
            var theClass = classCode.read(values);
            var unit = department.read(values);
            var where = area.read(values);
            var isEnded = stood.equals("CLOSED") || stood.equals("VOID");
            return new ToldCase(
                    id,
                    how,
                    Objects.requireNonNullElse(cut(text.read(values).code(), LONGEST_TEXT), ""),
                    classCode(theClass.translation()),
                    Objects.requireNonNullElse(cut(where.code(), 60), "unknown"),
                    cut(unit.code(), 100),
                    cut(address.read(values).code(), LONGEST_ADDRESS),
                    position.read(values),
                    stood,
                    reported,
                    told.filed(),
                    told.dispatched(),
                    told.due(),
                    told.handedBack(),
                    isEnded ? told.closed() : null,
                    cut(theClass.original(), 200),
                    cut(where.original(), 200),
                    cut(unit.original(), 200),
                    oddities(isEnded));
        }

        private @Nullable List<String> oddities(boolean isEnded) {
            var odd = new ArrayList<String>(0);
            if (isBefore(told.closed(), reported)) {
                odd.add("closed-before-reported");
            }
            if (isBefore(told.due(), reported)) {
                odd.add("due-before-reported");
            }
            if (isEnded && told.closed() == null) {
                odd.add("closed-without-time");
            }
            if (!isEnded && told.closed() != null) {
                odd.add("open-with-closing-time");
            }
            return odd.isEmpty() ? null : odd;
        }
    }

    /**
     * What a row is.
     *
     * @param told the case; absent if it is skipped
     * @param skipped why; absent if it is not
     */
    public record Row(@Nullable ToldCase told, @Nullable String skipped) {

        static Row of(ToldCase told) {
            return new Row(told, null);
        }

        static Row skipped(String reason) {
            return new Row(null, reason);
        }
    }
}

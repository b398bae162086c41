package city.urbanops.dispatch.city.persistence;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.task.domain.EscalationStep;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitHours;
import city.urbanops.dispatch.units.domain.Workplace;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The default city's files, as they ship with the service; a file's version is a digest of its content. */
public final class ShippedCity {

    private static final CsvMapper CSV = new CsvMapper();

    private ShippedCity() {}

    /**
     * A file as read.
     *
     * @param version changes whenever the file does
     * @param rows in the order of the file
     */
    public record Shipped<T>(String version, List<T> rows) {
        public Shipped {
            rows = List.copyOf(rows);
        }
    }

    /** The units, parents before children. */
    public static Shipped<Unit> units() {
        return csv(
                "units.csv",
                row -> new Unit(
                        field(row, "code"),
                        field(row, "name_zh"),
                        field(row, "name_en"),
                        field(row, "kind"),
                        optional(row, "parent_code"),
                        Workplace.valueOf(field(row, "workplace")),
                        field(row, "area_code"),
                        Boolean.parseBoolean(field(row, "active"))));
    }

    /** The responsibility matrix. */
    public static Shipped<MatrixRule> matrix() {
        return csv(
                "matrix.csv",
                row -> new MatrixRule(
                        field(row, "rule_id"),
                        field(row, "class_pattern"),
                        optional(row, "condition_code"),
                        optional(row, "area_code"),
                        field(row, "lead_unit"),
                        Stream.of(field(row, "assisting_units").split(";", -1))
                                .filter(unit -> !unit.isEmpty())
                                .toList(),
                        field(row, "source")));
    }

    /** Holidays and make-up days. */
    public static Shipped<CalendarDay> calendar() {
        byte[] content = content("calendar.csv");
        List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
        return new Shipped<>(version(content), CalendarDay.parse(lines));
    }

    /** The ladder of waiting tasks. */
    public static Shipped<EscalationStep> escalation() {
        return csv(
                "escalation.csv",
                row -> new EscalationStep(
                        Integer.parseInt(field(row, "level")),
                        field(row, "trigger"),
                        field(row, "audience"),
                        field(row, "source")));
    }

    /** The hours of units that do not keep the city's; none in the default city. */
    public static Shipped<UnitHours> unitHours() {
        return csv(
                "unit-hours.csv",
                row -> new UnitHours(field(row, "unit_code"), field(row, "hours"), field(row, "source")));
    }

    private interface RowReader<T> {
        T read(Map<String, String> row);
    }

    private static <T> Shipped<T> csv(String name, RowReader<T> reader) {
        byte[] content = content(name);
        try (MappingIterator<Map<String, String>> rows = CSV.readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(content)) {
            return new Shipped<>(
                    version(content), rows.readAll().stream().map(reader::read).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static byte[] content(String name) {
        try (InputStream file = ShippedCity.class.getResourceAsStream("/city/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static String version(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return "default-city-" + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String field(Map<String, String> row, String name) {
        return Objects.requireNonNull(row.get(name), name);
    }

    private static @Nullable String optional(Map<String, String> row, String name) {
        String value = field(row, name);
        return value.isEmpty() ? null : value;
    }
}

package city.urbanops.evaluation.dust;

import city.urbanops.commandline.CommandFailure;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * What one station measured, hour by hour.
 *
 * @param station its name
 * @param hours by the number of the hour since the epoch; an hour without a value is not in it
 */
record HourlySeries(String station, SortedMap<Long, Hour> hours) {

    private static final String MISSING = "NA";

    /**
     * One hour.
     *
     * @param pm10 its mean, µg/m³
     * @param rain millimetres
     */
    record Hour(double pm10, double rain) {}

    /**
     * Reads a series as the Beijing multi-site set has it: columns year, month, day, hour, PM10, RAIN and station; NA where nothing was measured.
     *
     * @param file CSV, plain or gzip
     * @throws CommandFailure naming the line that cannot be read
     */
    static HourlySeries read(Path file, ZoneId zone) {
        var hours = new TreeMap<Long, Hour>();
        var station = "";
        var line = 1;
        try (var text = open(file);
                MappingIterator<Map<String, String>> rows = new CsvMapper()
                        .readerForMapOf(String.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(text)) {
            while (rows.hasNextValue()) {
                line++;
                var row = rows.nextValue();
                station = required(row, "station");
                var pm10 = required(row, "PM10");
                if (!pm10.equals(MISSING) && !pm10.isBlank()) {
                    hours.put(hour(row, zone), new Hour(Double.parseDouble(pm10), rain(row)));
                }
            }
        } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
            throw new CommandFailure(
                    "cannot read line " + line + " of " + file + ": " + unreadable.getMessage(), unreadable);
        }
        if (hours.isEmpty()) {
            throw new CommandFailure("there is no PM10 value in " + file);
        }
        return new HourlySeries(station, hours);
    }

    private static long hour(Map<String, String> row, ZoneId zone) {
        var start =
                LocalDateTime.of(number(row, "year"), number(row, "month"), number(row, "day"), number(row, "hour"), 0);
        return Math.floorDiv(start.atZone(zone).toEpochSecond(), 3600L);
    }

    private static double rain(Map<String, String> row) {
        var rain = row.getOrDefault("RAIN", MISSING);
        return rain.equals(MISSING) || rain.isBlank() ? 0 : Double.parseDouble(rain);
    }

    private static int number(Map<String, String> row, String column) {
        return Integer.parseInt(required(row, column));
    }

    private static String required(Map<String, String> row, String column) {
        var value = row.get(column);
        if (value == null) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return value;
    }

    private static Reader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            return new InputStreamReader(plain, StandardCharsets.UTF_8);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }
}

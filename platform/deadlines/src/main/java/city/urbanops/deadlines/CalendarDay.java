package city.urbanops.deadlines;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A published day that overrides the weekday: a holiday on which nobody works, or a weekend day worked to make up.
 *
 * @param date civil date in the city's zone
 * @param kind which way the weekday is overridden
 * @param name what the publication calls it, for people
 */
public record CalendarDay(LocalDate date, Kind kind, String name) {

    /** Which way a published day overrides the weekday. */
    public enum Kind {
        HOLIDAY,
        MAKEUP
    }

    private static final String HEADER = "date,kind,name";

    /**
     * Reads the lines of a calendar file: the header {@code date,kind,name}, then one day a line; blank lines and lines
     * starting with {@code #} are skipped. Keeps the order of the file.
     *
     * @throws IllegalArgumentException naming the line, when the header, a date or a kind is not as said, or a date comes twice
     */
    public static List<CalendarDay> parse(List<String> lines) {
        List<CalendarDay> days = new ArrayList<>();
        Map<LocalDate, Integer> lineOf = new HashMap<>();
        boolean headerSeen = false;
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (headerSeen) {
                CalendarDay day = parseLine(line, number);
                Integer earlier = lineOf.putIfAbsent(day.date, number);
                if (earlier != null) {
                    throw new IllegalArgumentException(
                            "Line %d: %s stands in line %d already".formatted(number, day.date, earlier));
                }
                days.add(day);
            } else if (line.equals(HEADER)) {
                headerSeen = true;
            } else {
                throw new IllegalArgumentException("Line %d: a calendar starts with %s".formatted(number, HEADER));
            }
        }
        if (!headerSeen) {
            throw new IllegalArgumentException("Line 1: a calendar starts with " + HEADER);
        }
        return List.copyOf(days);
    }

    private static CalendarDay parseLine(String line, int number) {
        String[] fields = line.split(",", 3);
        try {
            return new CalendarDay(
                    LocalDate.parse(fields[0]), Kind.valueOf(fields[1]), fields.length == 3 ? fields[2] : "");
        } catch (DateTimeParseException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "Line %d: not a date, HOLIDAY or MAKEUP, and a name: '%s'".formatted(number, line), e);
        }
    }
}

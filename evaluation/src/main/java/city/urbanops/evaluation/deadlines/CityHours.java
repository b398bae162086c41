package city.urbanops.evaluation.deadlines;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.deadlines.WorkingDayRule;
import city.urbanops.deadlines.WorkingSlot;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When the city whose targets are compared works; without options, Boston. */
final class CityHours {

    private static final String BOSTON_HOLIDAYS = "/deadlines/boston-holidays.csv";

    @Option(
            names = "--calendar",
            paramLabel = "FILE",
            description = "Holidays as date,kind,name; by default Boston's of 2014 to 2016.")
    private @Nullable Path holidays;

    @Option(names = "--zone", paramLabel = "ZONE", defaultValue = "America/New_York", description = "Time zone.")
    private String zone = "America/New_York";

    @Option(
            names = "--hours",
            paramLabel = "FROM-TO",
            defaultValue = "08:30-17:00",
            description = "Opening hours of a working day, several separated by commas (default: ${DEFAULT-VALUE}).")
    private String hours = "08:30-17:00";

    /** @throws CommandFailure when an option or the calendar file is not as said, naming the line */
    WorkingCalendar calendar() {
        try {
            return new WorkingCalendar(ZoneId.of(zone), WorkingSlot.parse(hours), days(), WorkingDayRule.SAME_TIME);
        } catch (DateTimeException | IllegalArgumentException wrong) {
            throw new CommandFailure("the calendar cannot be used: " + wrong.getMessage(), wrong);
        }
    }

    private List<CalendarDay> days() {
        if (holidays == null) {
            return CalendarDay.parse(shipped().lines().toList());
        }
        try {
            return CalendarDay.parse(Files.readAllLines(holidays));
        } catch (IOException unreadable) {
            throw new CommandFailure("cannot read " + holidays + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String shipped() {
        try (InputStream file = CityHours.class.getResourceAsStream(BOSTON_HOLIDAYS)) {
            return new String(Objects.requireNonNull(file, BOSTON_HOLIDAYS).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package city.urbanops.dispatch.calendar.application;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.dispatch.calendar.config.CalendarConfig;
import city.urbanops.dispatch.calendar.domain.CalendarYear;
import city.urbanops.dispatch.city.application.Upload;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds a year to the city's calendar, or replaces it; the calendar as a whole becomes a new version. */
@Singleton
public class StoreCalendarYear {

    private final CityVersions versions;
    private final CityTables tables;
    private final CalendarConfig config;
    private final Clock clock;

    StoreCalendarYear(CityVersions versions, CityTables tables, CalendarConfig config, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Stores the year, in the caller's transaction; deadlines given before stay as they are (ADR 0080).
     *
     * @return the version that holds it, the present one when nothing differs from it; 422 with every fault by path
     */
    public Uni<Outcome> store(Mutiny.StatelessSession session, CalendarYear year, Upload upload) {
        List<FieldError> errors = year.faults(config.fewestDaysOff()).stream()
                .map(fault -> new FieldError(fault.path(), fault.message()))
                .toList();
        if (!errors.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Upload.refused("days of " + year.year(), errors)));
        }
        return versions.lock(session)
                .chain(() -> tables.calendarDays(session))
                .chain(present -> storeBeside(session, present, year, upload));
    }

    private Uni<Outcome> storeBeside(
            Mutiny.StatelessSession session, List<CalendarDay> present, CalendarYear year, Upload upload) {
        List<CalendarDay> days = year.days();
        List<CalendarDay> all = Stream.concat(
                        present.stream().filter(day -> day.date().getYear() != year.year()), days.stream())
                .toList();
        String version = "calendar-" + clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (days.equals(CalendarYear.of(year.year(), present).days())) {
            return versions.inForce(session)
                    .map(inForce -> Outcome.ok(new Upload.Answer(
                            inForce.getOrDefault(CityVersions.CALENDAR, version), days.size(), false)));
        }
        Outcome answer = Outcome.ok(new Upload.Answer(version, days.size(), !upload.dryRun()));
        return upload.dryRun()
                ? Uni.createFrom().item(answer)
                : tables.replaceCalendar(session, new CityVersions.Stored<>(version, upload.by(), all))
                        .replaceWith(answer);
    }
}

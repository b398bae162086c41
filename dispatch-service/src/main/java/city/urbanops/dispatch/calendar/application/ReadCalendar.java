package city.urbanops.dispatch.calendar.application;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.dispatch.calendar.domain.CalendarYear;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;

/** The city's calendar, for people: which years are known, and their days. */
@Singleton
public class ReadCalendar {

    private final Transactions transactions;
    private final CityTables tables;
    private final CurrentCity city;
    private final MissingYears missing;

    ReadCalendar(Transactions transactions, CityTables tables, CurrentCity city, MissingYears missing) {
        this.transactions = transactions;
        this.tables = tables;
        this.city = city;
        this.missing = missing;
    }

    /**
     * The years of the calendar.
     *
     * @param version the version decisions are taken by
     * @param years ascending
     * @param missing years that should be known by now: deadlines that reach into them are provisional
     */
    public record Years(String version, List<Year> years, List<Integer> missing) {
        public Years {
            years = List.copyOf(years);
            missing = List.copyOf(missing);
        }
    }

    /** One year: how many days are off, and how many weekend days are worked. */
    public record Year(int year, int daysOff, int makeUpDays) {}

    /** Every year the tables hold. */
    public Uni<Years> years() {
        return days().map(days -> new Years(
                city.get().calendarVersion(),
                days.stream()
                        .map(day -> day.date().getYear())
                        .distinct()
                        .sorted()
                        .map(year -> counted(CalendarYear.of(year, days)))
                        .toList(),
                missing.now()));
    }

    /** The days of one year; 404 when it is not known. */
    public Uni<CalendarYear> year(int year) {
        return days().map(days -> CalendarYear.of(year, days)).invoke(found -> {
            if (found.days().isEmpty()) {
                throw new ProblemException(
                        Problem.notFound("The calendar does not know %d: its weekdays are worked.".formatted(year)));
            }
        });
    }

    private Uni<List<CalendarDay>> days() {
        return transactions.read(tables::calendarDays);
    }

    private static Year counted(CalendarYear year) {
        return new Year(year.year(), year.daysOff().size(), year.makeUpDays().size());
    }
}

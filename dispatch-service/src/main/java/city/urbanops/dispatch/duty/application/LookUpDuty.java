package city.urbanops.dispatch.duty.application;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.dispatch.duty.persistence.DutyRosters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads who is on duty, with the days off that decide it. */
@Singleton
public class LookUpDuty {

    private final DutyRosters rosters;
    private final CityTables tables;

    LookUpDuty(DutyRosters rosters, CityTables tables) {
        this.rosters = rosters;
        this.tables = tables;
    }

    /** The rosters of some units; days off are read only where one has a roster. */
    public Uni<DutyDesk> of(Mutiny.StatelessSession session, Set<String> units) {
        return rosters.inForce(session, units)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(new DutyDesk(Map.of(), Set.of()))
                        : tables.calendarDays(session).map(days -> desk(found, days)));
    }

    private static DutyDesk desk(List<Roster> found, List<CalendarDay> days) {
        Set<LocalDate> off = days.stream()
                .filter(day -> day.kind() == CalendarDay.Kind.HOLIDAY)
                .map(CalendarDay::date)
                .collect(Collectors.toSet());
        return new DutyDesk(found.stream().collect(Collectors.toMap(Roster::unitCode, Function.identity())), off);
    }
}

package city.urbanops.dispatch.units.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.city.application.PublishCity;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitHours;
import city.urbanops.dispatch.units.domain.UnitTree;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Adds a unit, changes it or dissolves it; the units become a new version that every service is told of. */
@Singleton
public class ChangeUnit {

    private final CityVersions versions;
    private final CityTables tables;
    private final PublishCity publish;
    private final DissolveUnit dissolve;
    private final CurrentCity city;
    private final Clock clock;

    ChangeUnit(
            CityVersions versions,
            CityTables tables,
            PublishCity publish,
            DissolveUnit dissolve,
            CurrentCity city,
            Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.publish = publish;
        this.dissolve = dissolve;
        this.city = city;
        this.clock = clock;
    }

    /**
     * A unit as it shall be.
     *
     * @param unit the unit
     * @param workingHours slots of a working day; absent for the city's
     */
    public record Wanted(Unit unit, @Nullable String workingHours) {}

    /** The version that came of it, and how many tasks went back to the dispatcher's queue. */
    public record Answer(String version, Unit unit, int tasksReleased) {}

    /**
     * Makes the change, in the caller's transaction.
     *
     * @return 422 for an unknown parent, a circle, an unknown area, hours that are none, or a dissolved unit with others below it
     */
    public Uni<Outcome> change(Mutiny.StatelessSession session, Wanted wanted, Caller caller) {
        if (!city.get().areas().contains(wanted.unit().areaCode())) {
            return refused(
                    "areaCode", "'%s' is not an area".formatted(wanted.unit().areaCode()));
        }
        return versions.lock(session)
                .chain(() -> tables.units(session))
                .chain(units -> decide(session, wanted, caller, units));
    }

    private Uni<Outcome> decide(Mutiny.StatelessSession session, Wanted wanted, Caller caller, List<Unit> units) {
        Unit unit = wanted.unit();
        UnitTree.Change change = new UnitTree(units).with(unit);
        if (change instanceof UnitTree.Change.Refused no) {
            return refused(no.field(), no.message());
        }
        List<Unit> changed = ((UnitTree.Change.Made) change).units();
        String version = "units-" + clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean ends =
                !unit.active() && units.stream().anyMatch(one -> one.code().equals(unit.code()) && one.active());
        return tables.replaceUnits(session, new CityVersions.Stored<>(version, caller.account(), changed))
                .chain(() -> hours(session, wanted, version, caller))
                .chain(() -> publish.units(session, version, changed))
                .chain(() -> ends
                        ? dissolve.of(session, unit, caller)
                        : Uni.createFrom().item(0))
                .map(released -> Outcome.ok(new Answer(version, unit, released)));
    }

    private Uni<Void> hours(Mutiny.StatelessSession session, Wanted wanted, String version, Caller caller) {
        String code = wanted.unit().code();
        String written = wanted.workingHours();
        return tables.unitHours(session).chain(present -> {
            Stream<UnitHours> others =
                    present.stream().filter(hours -> !hours.unitCode().equals(code));
            Stream<UnitHours> own =
                    written == null ? Stream.empty() : Stream.of(new UnitHours(code, written, caller.account()));
            List<UnitHours> all = Stream.concat(others, own).toList();
            return all.equals(present)
                    ? Uni.createFrom().voidItem()
                    : tables.replaceUnitHours(
                            session, new CityVersions.Stored<>("hours-of-" + version, caller.account(), all));
        });
    }

    private static Uni<Outcome> refused(String field, String message) {
        return Uni.createFrom().item(Outcome.refused(Problem.unprocessable(field, message)));
    }
}

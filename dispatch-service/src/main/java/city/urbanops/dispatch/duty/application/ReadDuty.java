package city.urbanops.dispatch.duty.application;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.duty.domain.DutyChoice;
import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.dispatch.duty.persistence.DutyChoices;
import city.urbanops.dispatch.duty.persistence.DutyRosters;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.Caller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Rosters for people. Who may ring: those who dispatch, those who keep the city's data, and the unit's own. */
@Singleton
public class ReadDuty {

    private static final Set<String> WHO_RING_ANYBODY = Set.of(Roles.DISPATCHER, Roles.SHIFT_LEADER, Roles.ADMIN);
    private static final Set<String> FOR_ALL_UNITS = Set.of(Roles.ADMIN);
    private static final int MOST_VERSIONS = 100;

    private final Transactions transactions;
    private final LookUpDuty lookUp;
    private final DutyRosters rosters;
    private final DutyChoices choices;
    private final CurrentCity city;
    private final Clock clock;

    ReadDuty(
            Transactions transactions,
            LookUpDuty lookUp,
            DutyRosters rosters,
            DutyChoices choices,
            CurrentCity city,
            Clock clock) {
        this.transactions = transactions;
        this.lookUp = lookUp;
        this.rosters = rosters;
        this.choices = choices;
        this.city = city;
        this.clock = clock;
    }

    /**
     * Who is on duty at a moment.
     *
     * @param at the moment
     * @param roster the roster it is read from; empty when the unit has none
     * @param onDuty the smallest area first; may be empty
     * @param mayRing whether the caller is to see names and numbers
     */
    public record Duty(Instant at, Optional<Roster> roster, List<Roster.OnDuty> onDuty, boolean mayRing) {
        public Duty {
            onDuty = List.copyOf(onDuty);
        }
    }

    /** Versions of a unit's roster, the newest first, at most a hundred. */
    public record Versions(List<DutyRosters.KeptVersion> items) {
        public Versions {
            items = List.copyOf(items);
        }
    }

    /**
     * Who of a unit is on duty.
     *
     * @param at now when absent
     */
    public Uni<Duty> duty(Caller caller, String unit, Optional<Instant> at, Optional<String> areaCode) {
        requireUnit(unit);
        Instant moment = at.orElseGet(clock::instant);
        LocalDateTime local = LocalDateTime.ofInstant(moment, clock.getZone());
        return transactions.read(session -> lookUp.of(session, Set.of(unit))).map(desk -> {
            Optional<Roster> roster = desk.rosterOf(unit);
            List<Roster.OnDuty> found = areaCode.isPresent()
                    ? desk.onDuty(unit, local, areaCode.get())
                    : roster.map(one -> one.at(local, desk.daysOff())).orElse(List.of());
            return new Duty(moment, roster, found, mayRing(caller, unit));
        });
    }

    /** A unit's roster in force, for those who may ring; 403 others, 404 when it has none. */
    public Uni<Roster> roster(Caller caller, String unit) {
        requireUnit(unit);
        if (!mayRing(caller, unit)) {
            throw new ProblemException(Problem.forbidden("These are another unit's people."));
        }
        return transactions
                .read(session -> rosters.inForce(session, List.of(unit)))
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new ProblemException(Problem.notFound("The unit %s has no roster.".formatted(unit)))));
    }

    /** The versions of a unit's roster, for those who may ring. */
    public Uni<Versions> versions(Caller caller, String unit) {
        requireUnit(unit);
        if (!mayRing(caller, unit)) {
            throw new ProblemException(Problem.forbidden("These are another unit's people."));
        }
        return transactions
                .read(session -> rosters.history(session, unit, MOST_VERSIONS))
                .map(Versions::new);
    }

    /** Whom messages to a unit went to, before a place in time, the newest first; for those who may ring. */
    public Uni<List<DutyChoice>> choices(Caller caller, String unit, Instant at, UUID messageId, int most) {
        requireUnit(unit);
        if (!mayRing(caller, unit)) {
            throw new ProblemException(Problem.forbidden("These are another unit's people."));
        }
        return transactions.read(session -> choices.before(session, unit, at, messageId, most));
    }

    /** The unit whose roster the caller may replace: an administrator any, a lead the own; 404, 403, or 422 once it is dissolved. */
    public Unit changeable(Caller caller, String code) {
        Unit unit = requireUnit(code);
        boolean own = caller.roles().contains(Roles.DEPARTMENT_LEAD) && isOwn(caller, code);
        if (!own && !admitted(caller, FOR_ALL_UNITS)) {
            throw new ProblemException(Problem.forbidden("This is another unit's roster."));
        }
        if (!unit.active()) {
            throw new ProblemException(Problem.unprocessable("unit", "'%s' is dissolved".formatted(code)));
        }
        return unit;
    }

    private Unit requireUnit(String code) {
        return city.get()
                .units()
                .find(code)
                .orElseThrow(() -> new ProblemException(Problem.notFound("'%s' is not a unit.".formatted(code))));
    }

    private static boolean mayRing(Caller caller, String unit) {
        return isOwn(caller, unit) || admitted(caller, WHO_RING_ANYBODY);
    }

    private static boolean isOwn(Caller caller, String unit) {
        return caller.department().filter(unit::equals).isPresent();
    }

    /** Central roles see all units, unless they are limited to an area: a unit's people are of no area. */
    private static boolean admitted(Caller caller, Set<String> central) {
        return caller.hasAnyOf(central) && caller.area().isEmpty();
    }
}

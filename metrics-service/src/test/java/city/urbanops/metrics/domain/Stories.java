package city.urbanops.metrics.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Words to tell the life of one case on one working day, 2 March 2026. */
final class Stories {

    static final UUID CASE = UUID.fromString("0195550a-0000-7000-8000-000000000001");
    static final UUID OTHER_CASE = UUID.fromString("0195550a-0000-7000-8000-000000000002");
    static final Subject DUST = new Subject("E0304", "450202001001001", "HOTLINE_12345");
    static final Instant DUE = at("12:00");

    /** Those of the fixed closure rates. */
    static final Set<CaseSet> CLOSURE_SETS = EnumSet.range(CaseSet.REPORTED, CaseSet.CLOSED_IN_TIME);

    private Stories() {}

    static Set<CaseSet> closureSets(CaseFact fact) {
        var sets = CaseSet.of(fact);
        sets.retainAll(CLOSURE_SETS);
        return sets;
    }

    static Instant at(String time) {
        return LocalDate.of(2026, 3, 2).atTime(LocalTime.parse(time)).toInstant(ZoneOffset.UTC);
    }

    static Occurrence on(String time) {
        return on(1, time);
    }

    static Occurrence on(int round, String time) {
        return new Occurrence(CASE, round, at(time));
    }

    static CaseFact reported() {
        return on("08:00").reported(DUST);
    }

    static CaseFact filed() {
        return on("08:10").filed(DUST, at("08:10"));
    }

    /** To {@code urban-enforcement}, due at noon. */
    static CaseFact dispatched() {
        return on("08:20").dispatched("urban-enforcement", DUE);
    }

    static CaseFact overdue() {
        return on("12:00").overdue(DUE);
    }

    static CaseFact handedBack(String time) {
        return on(time).handedBack(at(time), DUE);
    }

    static CaseFact closed(int round, String time) {
        return on(round, time).closed(DUST, new Ending(Ending.Kind.NORMAL, at(time)));
    }

    static CaseFact forced(String time) {
        return on(time).closed(DUST, new Ending(Ending.Kind.FORCED, at(time)));
    }

    static CaseFact answered(String time) {
        return on(time).closed(DUST, new Ending(Ending.Kind.SELF, at(time)));
    }

    static CaseFact fold(List<CaseFact> events) {
        return events.stream().reduce(CaseFact::merge).orElseThrow();
    }
}

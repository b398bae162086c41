package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.application.AssessedRollups;
import city.urbanops.metrics.application.AssessedRollups.Some;
import city.urbanops.metrics.application.ClosureQuery;
import city.urbanops.metrics.application.ClosureQuery.GroupBy;
import city.urbanops.metrics.application.ClosureRollups;
import city.urbanops.metrics.application.ClosureRollups.GroupCounts;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.domain.Assessed;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts those a scheme scores: units by their cases, people by their own steps, grids by what is filed there. */
@Singleton
class SubjectCounts {

    private static final Set<CaseSet> OF_A_BEAT = EnumSet.of(CaseSet.PUBLIC, CaseSet.FILED);

    private final ClosureRollups rollups;
    private final AssessedRollups assessed;
    private final Beats beats;

    SubjectCounts(ClosureRollups rollups, AssessedRollups assessed, Beats beats) {
        this.rollups = rollups;
        this.assessed = assessed;
        this.beats = beats;
    }

    /** The counts of a period; those without a case are missing. */
    Uni<List<GroupCounts>> of(Mutiny.StatelessSession session, Optional<Assessed> subjects, Period period) {
        return subjects.map(kind -> of(session, kind, period, Some.ALL))
                .orElseGet(() -> rollups.sum(
                        session,
                        new ClosureQuery(
                                GroupBy.DEPARTMENT, period.from(), period.to(), Optional.empty(), Optional.empty())));
    }

    /** The same of some people or grids. */
    Uni<List<GroupCounts>> of(Mutiny.StatelessSession session, Assessed kind, Period period, Some some) {
        var own = assessed.sum(session, kind, period.from(), period.to(), some, EnumSet.allOf(CaseSet.class));
        return kind == Assessed.SUPERVISORS ? own.chain(counts -> withBeats(session, period, counts)) : own;
    }

    /** What is filed on a supervisor's beat is the base of the miss rate; none of a supervisor's own steps counts in these sets. */
    private Uni<List<GroupCounts>> withBeats(Mutiny.StatelessSession session, Period period, List<GroupCounts> counts) {
        return beats.holding(session, period.to())
                .chain(areas -> areas.isEmpty()
                        ? Uni.createFrom().item(counts)
                        : assessed.sum(session, Assessed.GRIDS, period.from(), period.to(), Some.ALL, OF_A_BEAT)
                                .map(grids -> with(counts, areas, byCode(grids))));
    }

    private static List<GroupCounts> with(
            List<GroupCounts> counts, Map<String, List<String>> areas, NavigableMap<String, Counts> grids) {
        var complete = new ArrayList<GroupCounts>();
        for (var person : counts) {
            var all = new Counts();
            all.add(person.counts());
            areas.getOrDefault(person.key(), List.of())
                    .forEach(prefix -> grids.tailMap(prefix, true).entrySet().stream()
                            .takeWhile(grid -> grid.getKey().startsWith(prefix))
                            .forEach(grid -> all.add(grid.getValue())));
            complete.add(new GroupCounts(person.key(), all));
        }
        return complete;
    }

    private static NavigableMap<String, Counts> byCode(List<GroupCounts> grids) {
        var byCode = new TreeMap<String, Counts>();
        grids.forEach(grid -> byCode.put(grid.key(), grid.counts()));
        return byCode;
    }
}

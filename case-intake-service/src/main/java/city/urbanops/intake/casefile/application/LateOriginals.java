package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.DuplicateRule.Candidate;
import city.urbanops.intake.casefile.domain.LinkRule;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Looks for the open case a report repeats whose class has become known after it came in, by the rule for new reports. */
@Singleton
class LateOriginals {

    private final CaseFiles files;
    private final DuplicatesConfig config;

    LateOriginals(CaseFiles files, DuplicatesConfig config) {
        this.files = files;
        this.config = config;
    }

    /**
     * Locks cases, and in the same order the open cases that some of them turn out to repeat: those cannot be closed or linked meanwhile.
     *
     * @param classes the class each report is about to get; may be empty, which costs nothing
     */
    Uni<Locked> lock(Mutiny.StatelessSession session, Collection<UUID> ids, Map<UUID, String> classes) {
        if (classes.isEmpty()) {
            return files.lockAll(session, ids).map(found -> new Locked(found, Map.of(), Set.of()));
        }
        return originals(session, classes).chain(originals -> {
            var all = Stream.concat(ids.stream(), originals.values().stream().map(Linked::parent))
                    .distinct()
                    .toList();
            return files.lockAll(session, all).chain(found -> files.standing(session, classes.keySet())
                    .map(standing -> new Locked(found, originals, standing)));
        });
    }

    /** The case it repeats among those that were filed just now, in the same transaction, and so found nowhere yet. */
    Optional<Linked> among(CaseFile file, String classCode, Collection<CaseFile> filed) {
        var point = file.report().place().point();
        return point == null
                ? Optional.empty()
                : config.rule()
                        .original(
                                point,
                                file.report().occurredAt(),
                                filed.stream()
                                        .filter(other -> other.classCode().equals(classCode))
                                        .flatMap(other -> candidate(other).stream())
                                        .toList());
    }

    private static Optional<Candidate> candidate(CaseFile file) {
        return Optional.ofNullable(file.report().place().point())
                .map(point -> new Candidate(file.id(), point, file.report().occurredAt()));
    }

    private Uni<Map<UUID, Linked>> originals(Mutiny.StatelessSession session, Map<UUID, String> classes) {
        var rule = config.rule();
        return files.around(session, classes, rule.radiusMeters(), rule.window())
                .map(surroundings -> {
                    var originals = new HashMap<UUID, Linked>();
                    surroundings.forEach(
                            (id, around) -> rule.original(around.point(), around.occurredAt(), around.candidates())
                                    .ifPresent(linked -> originals.put(id, linked)));
                    return originals;
                });
    }

    /**
     * Cases that are locked now, and what was found for some of them.
     *
     * @param cases also the originals
     * @param originals by the report, as they were found before they were locked
     * @param standing reports that may be linked
     */
    record Locked(Map<UUID, CaseFile> cases, Map<UUID, Linked> originals, Set<UUID> standing) {

        /** The case it repeats, which is still open and stands for itself. */
        Optional<Linked> original(CaseFile file) {
            return Optional.ofNullable(originals.get(file.id()))
                    .filter(linked ->
                            LinkRule.refusalOf(cases.get(linked.parent())).isEmpty());
        }

        boolean mayBeLinked(CaseFile file) {
            return standing.contains(file.id());
        }
    }
}

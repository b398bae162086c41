package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.application.CaseRecorder.Written;
import city.urbanops.intake.casefile.application.LateOriginals.Locked;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.intake.casefile.domain.StageClock;
import city.urbanops.intake.casefile.domain.TaskFact;
import city.urbanops.intake.casefile.domain.TaskFollower;
import city.urbanops.intake.media.application.ClaimPhotos;
import city.urbanops.intake.media.application.ClaimPhotos.Claims;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.kit.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Follows what other services do with a case: its phase, every step in its journal, and the photos units show; files it where they are
 * sure of its class.
 */
@Singleton
public class FollowTasks {

    private final CaseFiles files;
    private final Journal journal;
    private final StagesConfig stages;
    private final FileSuggested suggestions;
    private final ClaimPhotos photos;
    private final Outbox outbox;
    private final MeterRegistry meters;

    FollowTasks(
            CaseFiles files,
            Journal journal,
            StagesConfig stages,
            FileSuggested suggestions,
            ClaimPhotos photos,
            Outbox outbox,
            MeterRegistry meters) {
        this.files = files;
        this.journal = journal;
        this.stages = stages;
        this.suggestions = suggestions;
        this.photos = photos;
        this.outbox = outbox;
        this.meters = meters;
    }

    /** Applies steps of any number of cases, in their order; a step of an unknown case is counted and left out. */
    public Uni<Void> follow(Mutiny.StatelessSession session, List<Step> steps) {
        var ids = steps.stream().map(Step::caseId).distinct().toList();
        var named = steps.stream().flatMap(step -> step.photos().named().stream());
        return suggestions
                .lock(session, ids, suggested(steps))
                .chain(locked -> photos.open(session, named)
                        .chain(claims ->
                                follow(session, steps, new Batch(locked, stages.clock(), suggestions, claims))));
    }

    private Uni<Void> follow(Mutiny.StatelessSession session, List<Step> steps, Batch batch) {
        steps.forEach(batch::apply);
        meters.counter("urbanops.intake.steps.of.unknown.cases").increment(batch.unknown);
        return Sql.together(List.of(
                files.save(session, batch.changed()),
                journal.append(session, batch.entries),
                photos.save(session, batch.claims),
                outbox.publish(session, batch.events)));
    }

    /** The first class dispatch is sure of for each case; whatever comes after finds it filed, or left to a person. */
    private static Map<UUID, String> suggested(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.sureOf().isPresent())
                .collect(Collectors.toMap(
                        Step::caseId, step -> step.sureOf().orElseThrow().classCode(), (first, later) -> first));
    }

    /**
     * One step of a case's task.
     *
     * @param fact what it means for the case; empty if it is only for the journal
     * @param sureOf the class dispatch is sure of, if it is about that
     * @param photos what it shows, to become part of the case
     * @param details what else it says, as JSON, absent if nothing
     */
    public record Step(
            UUID caseId,
            int round,
            Optional<TaskFact> fact,
            Optional<SuggestedClass> sureOf,
            StepPhotos photos,
            UUID eventId,
            String type,
            Instant at,
            String actor,
            @Nullable String opinion,
            @Nullable String department,
            @Nullable String details) {

        /** A step that only the journal tells. */
        public static Step noted(
                UUID caseId,
                int round,
                UUID eventId,
                String type,
                Instant at,
                String actor,
                @Nullable String opinion,
                @Nullable String department) {
            var nothing = Optional.<TaskFact>empty();
            return new Step(
                    caseId,
                    round,
                    nothing,
                    Optional.empty(),
                    StepPhotos.NONE,
                    eventId,
                    type,
                    at,
                    actor,
                    opinion,
                    department,
                    null);
        }

        JournalStep journalled(boolean superseded, Claims claims) {
            var shown = claims.claim(photos.named(), photos.claim(caseId, actor, round, superseded));
            var said = shown.isEmpty() ? details : shown.asJson();
            return new JournalStep(type, at, actor, opinion, department, superseded, eventId, said);
        }
    }

    private static final class Batch {

        private final Locked locked;
        private final Map<UUID, CaseFile> cases;
        private final StageClock stages;
        private final FileSuggested suggestions;
        private final Claims claims;
        private final Set<UUID> touched = new HashSet<>();
        private final List<CaseFile> filed = new ArrayList<>();
        private final List<JournalEntry> entries = new ArrayList<>();
        private final List<Outgoing<?>> events = new ArrayList<>();
        private int unknown;

        Batch(Locked locked, StageClock stages, FileSuggested suggestions, Claims claims) {
            this.locked = locked;
            this.claims = claims;
            this.stages = stages;
            this.suggestions = suggestions;
            cases = new HashMap<>(locked.cases());
        }

        void apply(Step step) {
            var file = cases.get(step.caseId());
            if (file == null) {
                unknown++;
                return;
            }
            var followed = step.fact().isPresent()
                    ? TaskFollower.follow(file, step.fact().get(), step.round())
                    : Optional.of(file).filter(current -> current.round() == step.round());
            var entry = file.journal().entry(file.id(), step.journalled(followed.isEmpty(), claims));
            var next = stages.set(file, followed.orElse(file), step.at()).journalled(entry);
            entries.add(entry);
            cases.put(file.id(), next);
            touched.add(file.id());
            step.sureOf()
                    .flatMap(
                            suggestion -> suggestions.file(next, step.round(), suggestion, step.actor(), locked, filed))
                    .ifPresent(this::write);
        }

        private void write(Written written) {
            var file = written.file();
            cases.put(file.id(), file);
            if (file.duplicateOf() == null) {
                filed.add(file);
            }
            entries.addAll(written.entries());
            events.addAll(written.events());
        }

        List<CaseFile> changed() {
            return touched.stream().sorted().map(cases::get).toList();
        }
    }
}

package city.urbanops.metrics.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Collects what one event says; what it does not mention stays unknown. Times are cut to {@link Micros}. */
final class FactDraft {

    private final UUID caseId;
    private final Stamp stamp;
    private Progress progress;
    private Milestones milestones = Milestones.NONE;
    private Latest<Subject> subject = Latest.unknown();
    private Latest<Assignment> assignment = Latest.unknown();
    private Latest<Instant> dueAt = Latest.unknown();
    private Latest<Boolean> suspended = Latest.unknown();
    private Latest<Instant> handedBackAt = Latest.unknown();
    private Latest<Ending> ending = Latest.unknown();
    private Latest<UUID> duplicateOf = Latest.unknown();
    private Steps steps = Steps.NONE;

    FactDraft(UUID caseId, int round, Instant at) {
        this.caseId = caseId;
        this.stamp = Stamp.of(round, at);
        this.progress = new Progress(round, 0, 0, null, Micros.of(at), Marks.NONE);
    }

    FactDraft subject(Subject value) {
        subject = new Latest<>(stamp, value);
        return this;
    }

    FactDraft milestones(@Nullable Instant reportedAt, @Nullable Instant filedAt, @Nullable Instant dispatchedAt) {
        milestones = new Milestones(
                Micros.ofNullable(reportedAt), Micros.ofNullable(filedAt), Micros.ofNullable(dispatchedAt));
        return this;
    }

    FactDraft assignment(@Nullable Assignment value) {
        assignment = new Latest<>(stamp, value);
        return this;
    }

    FactDraft dueAt(@Nullable Instant value) {
        dueAt = new Latest<>(stamp, Micros.ofNullable(value));
        return this;
    }

    FactDraft suspended(boolean value) {
        suspended = new Latest<>(stamp, value);
        return this;
    }

    FactDraft handedBackAt(@Nullable Instant value) {
        handedBackAt = new Latest<>(stamp, Micros.ofNullable(value));
        return this;
    }

    FactDraft ending(@Nullable Ending value) {
        ending = new Latest<>(stamp, value);
        return this;
    }

    FactDraft duplicateOf(@Nullable UUID value) {
        duplicateOf = new Latest<>(stamp, value);
        return this;
    }

    FactDraft grown(int reworks, int extensions, @Nullable Instant passedDueAt) {
        progress = new Progress(
                progress.round(),
                reworks,
                extensions,
                Micros.ofNullable(passedDueAt),
                progress.lastEventAt(),
                progress.marks());
        return this;
    }

    FactDraft mark(Mark mark, boolean happened) {
        if (happened) {
            progress = new Progress(
                    progress.round(),
                    progress.reworks(),
                    progress.extensions(),
                    progress.passedDueAt(),
                    progress.lastEventAt(),
                    progress.marks().merge(Marks.of(mark)));
        }
        return this;
    }

    FactDraft step(Stage stage, String account, @Nullable Instant dueBy) {
        steps = steps.merge(Steps.of(new Step(stage, stamp, account, dueBy)));
        return this;
    }

    /** Notes the step only if it is known by when it had to be done. */
    FactDraft stepIfDue(Stage stage, String account, @Nullable Instant dueBy) {
        return dueBy == null ? this : step(stage, account, dueBy);
    }

    CaseFact fact() {
        return new CaseFact(
                caseId,
                milestones,
                progress,
                subject,
                assignment,
                dueAt,
                suspended,
                handedBackAt,
                ending,
                duplicateOf,
                steps);
    }
}

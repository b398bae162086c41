package city.urbanops.intake.casefile.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.CaseCheckRequested;
import city.urbanops.contracts.cases.CaseClosed;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseFiled;
import city.urbanops.contracts.cases.CaseLinked;
import city.urbanops.contracts.cases.CaseReopened;
import city.urbanops.contracts.cases.CaseReported;
import city.urbanops.contracts.cases.CaseRevisited;
import city.urbanops.contracts.cases.CaseReworkRequested;
import city.urbanops.contracts.cases.CaseUnlinked;
import city.urbanops.contracts.cases.CaseVerificationRequested;
import city.urbanops.contracts.cases.CaseVerified;
import city.urbanops.contracts.cases.CaseVoided;
import city.urbanops.contracts.cases.ClosureKind;
import city.urbanops.contracts.cases.GeoPoint;
import city.urbanops.contracts.cases.Referral;
import city.urbanops.contracts.cases.Verification;
import city.urbanops.intake.casefile.application.CaseEventsOut;
import city.urbanops.intake.casefile.application.StagesConfig;
import city.urbanops.intake.casefile.domain.CaseChange;
import city.urbanops.intake.casefile.domain.CaseChange.Answered;
import city.urbanops.intake.casefile.domain.CaseChange.CheckRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Closed;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseChange.Reopened;
import city.urbanops.intake.casefile.domain.CaseChange.Reported;
import city.urbanops.intake.casefile.domain.CaseChange.Revisited;
import city.urbanops.intake.casefile.domain.CaseChange.ReworkRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Unlinked;
import city.urbanops.intake.casefile.domain.CaseChange.VerificationRequested;
import city.urbanops.intake.casefile.domain.CaseChange.Verified;
import city.urbanops.intake.casefile.domain.CaseChange.Voided;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.kit.outbox.Outgoing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of a case as contract events. */
@Singleton
class ContractCaseEvents implements CaseEventsOut {

    private final StagesConfig stages;

    ContractCaseEvents(StagesConfig stages) {
        this.stages = stages;
    }

    @Override
    public Outgoing<?> event(CaseFile file, CaseChange change, UUID eventId, String actor, Instant at) {
        var context = context(file, actor);
        if (change instanceof Reported came) {
            return out(CaseEvents.CASE_REPORTED, reported(file, came, context), file, eventId, at);
        }
        if (change instanceof VerificationRequested requested) {
            var payload = new CaseVerificationRequested(
                    context, requested.opinion(), file.supervision().stageDueAt(), requested.dueAt());
            return out(CaseEvents.CASE_VERIFICATION_REQUESTED, payload, file, eventId, at);
        }
        if (change instanceof Verified verified) {
            var result = Verification.valueOf(verified.finding().name());
            return out(
                    CaseEvents.CASE_VERIFIED,
                    new CaseVerified(context, result, verified.opinion(), verified.dueAt()),
                    file,
                    eventId,
                    at);
        }
        if (change instanceof Filed filed) {
            return out(CaseEvents.CASE_FILED, filed(file, filed, context), file, eventId, at);
        }
        if (change instanceof Voided voided) {
            var payload = new CaseVoided(context, voided.opinion(), referral(voided));
            return out(CaseEvents.CASE_VOIDED, payload, file, eventId, at);
        }
        if (change instanceof Answered answered) {
            var closed = new CaseClosed(
                    context,
                    ClosureKind.valueOf(answered.closure().kind().name()),
                    answered.opinion(),
                    answered.closure().at(),
                    null,
                    true);
            return out(CaseEvents.CASE_CLOSED, closed, file, eventId, at);
        }
        if (change instanceof Linked linked) {
            var payload = new CaseLinked(context, linked.parent(), linked.automatic(), linked.reason());
            return out(CaseEvents.CASE_LINKED, payload, file, eventId, at);
        }
        if (change instanceof Unlinked unlinked) {
            var payload = new CaseUnlinked(context, unlinked.from(), unlinked.opinion());
            return out(CaseEvents.CASE_UNLINKED, payload, file, eventId, at);
        }
        return afterHandling(file, change, context, eventId, at);
    }

    private static Outgoing<?> afterHandling(
            CaseFile file, CaseChange change, CaseContext context, UUID eventId, Instant at) {
        if (change instanceof CheckRequested check) {
            var payload = new CaseCheckRequested(
                    context, check.opinion(), file.supervision().stageDueAt(), check.dueAt());
            return out(CaseEvents.CASE_CHECK_REQUESTED, payload, file, eventId, at);
        }
        if (change instanceof ReworkRequested rework) {
            var payload = new CaseReworkRequested(context, rework.opinion(), rework.count(), rework.checkDueAt());
            return out(CaseEvents.CASE_REWORK_REQUESTED, payload, file, eventId, at);
        }
        if (change instanceof Closed closed) {
            var kind = ClosureKind.valueOf(closed.closure().kind().name());
            var payload = new CaseClosed(
                    context, kind, closed.opinion(), closed.closure().at(), closed.checkDueAt());
            return out(CaseEvents.CASE_CLOSED, payload, file, eventId, at);
        }
        if (change instanceof Revisited revisited) {
            var payload = new CaseRevisited(context, revisited.resolved(), revisited.satisfied(), revisited.opinion());
            return out(CaseEvents.CASE_REVISITED, payload, file, eventId, at);
        }
        var reopened = (Reopened) change;
        var row = reopened.row();
        var payload = new CaseReopened(
                context, row.conditionCode(), row.timeLimit().toString(), reopened.opinion(), reopened.at());
        return out(CaseEvents.CASE_REOPENED, payload, file, eventId, at);
    }

    private CaseReported reported(CaseFile file, Reported came, CaseContext context) {
        var report = file.report();
        return new CaseReported(
                context,
                file.number(),
                report.text(),
                point(file),
                report.place().address(),
                report.occurredAt(),
                report.urgent(),
                report.publisher(),
                report.sourceNo(),
                report.reportedAt().plus(stages.accept()),
                came.byPerson() ? true : null);
    }

    private static CaseFiled filed(CaseFile file, Filed filed, CaseContext context) {
        var row = filed.row();
        var place = file.report().place();
        return new CaseFiled(
                context,
                file.number(),
                row.conditionCode(),
                row.timeLimit().toString(),
                Objects.requireNonNull(place.districtCode(), "filed without a known place"),
                place.gridCode(),
                point(file),
                file.report().text(),
                file.report().urgent(),
                row.taxonomyVersion(),
                filed.at(),
                filed.dueAt());
    }

    private static @Nullable Referral referral(Voided voided) {
        var referral = voided.referral();
        return referral == null ? null : new Referral(referral.kind(), referral.to(), referral.earlierCaseId());
    }

    private static @Nullable GeoPoint point(CaseFile file) {
        var point = file.report().place().point();
        return point == null ? null : new GeoPoint(point.lng(), point.lat());
    }

    private static CaseContext context(CaseFile file, String actor) {
        var assignment = file.assignment();
        return new CaseContext(
                file.id(),
                assignment == null ? null : assignment.taskId(),
                file.round(),
                file.classCode(),
                file.report().place().areaCode(),
                file.report().channel().name(),
                assignment == null ? null : assignment.department(),
                actor);
    }

    private static <T> Outgoing<T> out(EventType<T> type, T payload, CaseFile file, UUID eventId, Instant at) {
        return Outgoing.of(type, eventId, file.id().toString(), at, payload);
    }
}

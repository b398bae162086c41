package city.urbanops.metrics.persistence;

import city.urbanops.metrics.domain.Assignment;
import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Latest;
import city.urbanops.metrics.domain.Marks;
import city.urbanops.metrics.domain.Milestones;
import city.urbanops.metrics.domain.Progress;
import city.urbanops.metrics.domain.RollupKey;
import city.urbanops.metrics.domain.Stamp;
import city.urbanops.metrics.domain.Steps;
import city.urbanops.metrics.domain.Subject;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Facts as rows and back. */
final class CaseFactMapping {

    private CaseFactMapping() {}

    static CaseFactEntity toEntity(CaseFact fact, ZoneId zone) {
        var row = new CaseFactEntity();
        row.caseId = fact.caseId();
        row.reportedAt = fact.milestones().reportedAt();
        row.filedAt = fact.milestones().filedAt();
        row.dispatchedAt = fact.milestones().dispatchedAt();
        row.round = fact.progress().round();
        row.reworks = fact.progress().reworks();
        row.extensions = fact.progress().extensions();
        row.marks = fact.progress().marks().bits();
        row.sets = CaseSet.maskOf(fact);
        row.countedOn = fact.isComplete() ? RollupKey.of(fact, zone).day() : null;
        row.passedDueAt = fact.progress().passedDueAt();
        row.lastEventAt = fact.progress().lastEventAt();
        writeSubject(fact.subject(), row);
        writeAssignment(fact.assignment(), row);
        row.dueAt = fact.dueAt().value();
        row.dueOrder = fact.dueAt().stamp().order();
        row.suspended = fact.suspended().value();
        row.suspendedOrder = fact.suspended().stamp().order();
        row.handedBackAt = fact.handedBackAt().value();
        row.handedBackOrder = fact.handedBackAt().stamp().order();
        writeEnding(fact.ending(), row);
        row.duplicateOf = fact.duplicateOf().value();
        row.duplicateOrder = fact.duplicateOf().stamp().order();
        row.steps = fact.steps().text();
        return row;
    }

    static CaseFact toDomain(CaseFactEntity row) {
        return new CaseFact(
                row.caseId,
                new Milestones(row.reportedAt, row.filedAt, row.dispatchedAt),
                new Progress(
                        row.round, row.reworks, row.extensions, row.passedDueAt, row.lastEventAt, new Marks(row.marks)),
                latest(row.subjectOrder, subject(row)),
                latest(
                        row.assignmentOrder,
                        row.assignedAt == null ? null : new Assignment(row.department, row.assignedAt)),
                latest(row.dueOrder, row.dueAt),
                latest(row.suspendedOrder, row.suspended),
                latest(row.handedBackOrder, row.handedBackAt),
                latest(
                        row.endingOrder,
                        row.ending == null ? null : new Ending(Ending.Kind.valueOf(row.ending), row.endedAt)),
                latest(row.duplicateOrder, row.duplicateOf),
                Steps.parse(row.steps));
    }

    private static @Nullable Subject subject(CaseFactEntity row) {
        return row.classCode == null || row.areaCode == null || row.channel == null
                ? null
                : new Subject(row.classCode, row.areaCode, row.channel);
    }

    private static void writeSubject(Latest<Subject> subject, CaseFactEntity row) {
        row.subjectOrder = subject.stamp().order();
        var value = subject.value();
        if (value != null) {
            row.classCode = value.classCode();
            row.areaCode = value.areaCode();
            row.channel = value.channel();
        }
    }

    private static void writeAssignment(Latest<Assignment> assignment, CaseFactEntity row) {
        row.assignmentOrder = assignment.stamp().order();
        var value = assignment.value();
        if (value != null) {
            row.department = value.department();
            row.assignedAt = value.since();
        }
    }

    private static void writeEnding(Latest<Ending> ending, CaseFactEntity row) {
        row.endingOrder = ending.stamp().order();
        var value = ending.value();
        if (value != null) {
            row.ending = value.kind().name();
            row.endedAt = value.at();
        }
    }

    private static <T> Latest<T> latest(long order, @Nullable T value) {
        return new Latest<>(new Stamp(order), value);
    }
}

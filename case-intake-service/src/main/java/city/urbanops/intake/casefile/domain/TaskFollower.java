package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.TaskFact.Dispatched;
import city.urbanops.intake.casefile.domain.TaskFact.Extended;
import city.urbanops.intake.casefile.domain.TaskFact.HandedBack;
import city.urbanops.intake.casefile.domain.TaskFact.Resumed;
import city.urbanops.intake.casefile.domain.TaskFact.Returned;
import city.urbanops.intake.casefile.domain.TaskFact.Signed;
import city.urbanops.intake.casefile.domain.TaskFact.Suspended;
import city.urbanops.intake.casefile.domain.TaskFact.Transferred;
import city.urbanops.intake.casefile.domain.TaskFact.Withdrawn;
import java.util.Optional;

/** How a case follows its task; dispatch decides about the task, so nothing is refused here, only found outdated. */
public final class TaskFollower {

    private TaskFollower() {}

    /**
     * The case after the fact.
     *
     * @param round the round the fact belongs to
     * @return empty if the fact is superseded: of another round or task, or of a case that has ended
     */
    public static Optional<CaseFile> follow(CaseFile file, TaskFact fact, int round) {
        if (round != file.round() || !file.phase().isOpen()) {
            return Optional.empty();
        }
        if (fact instanceof Dispatched dispatched) {
            var assignment = new Assignment(dispatched.taskId(), dispatched.department(), dispatched.dueAt());
            return Optional.of(file.assigned(assignment).in(Phase.DISPATCHED));
        }
        var assignment = file.assignment();
        if (assignment == null || !fact.taskId().equals(assignment.taskId())) {
            return Optional.empty();
        }
        return Optional.of(followAssigned(file, assignment, fact));
    }

    private static CaseFile followAssigned(CaseFile file, Assignment assignment, TaskFact fact) {
        if (fact instanceof Signed) {
            return file.in(Phase.HANDLING);
        }
        if (fact instanceof Returned || fact instanceof Withdrawn) {
            return file.assigned(null).in(Phase.FILED);
        }
        if (fact instanceof Transferred transferred) {
            var next = new Assignment(transferred.taskId(), transferred.department(), transferred.dueAt());
            return file.assigned(next).in(Phase.DISPATCHED);
        }
        if (fact instanceof Suspended) {
            return file.in(Phase.SUSPENDED);
        }
        if (fact instanceof Resumed resumed) {
            // Dispatch also resumes the clock after a refused return; only a suspended case changes its phase by it.
            var next = file.phase() == Phase.SUSPENDED ? Phase.HANDLING : file.phase();
            return file.assigned(assignment.dueAt(resumed.dueAt())).in(next);
        }
        if (fact instanceof Extended extended) {
            return file.assigned(assignment.dueAt(extended.dueAt()));
        }
        return fact instanceof HandedBack ? file.in(Phase.CHECKING) : file;
    }
}

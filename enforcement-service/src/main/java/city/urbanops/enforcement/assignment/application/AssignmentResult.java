package city.urbanops.enforcement.assignment.application;

import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteDecision;

/** What a caller gets who asked for an assignment, or wanted to change it. */
public sealed interface AssignmentResult {

    /** The assignment as it is now. */
    record Present(Assignment assignment) implements AssignmentResult {}

    /** There is no such assignment. */
    record Unknown() implements AssignmentResult {}

    /** The assignment is another unit's, or lies outside the caller's area. */
    record OutOfScope() implements AssignmentResult {}

    /** The step is not possible now. */
    record Refused(OnSiteDecision.Refusal refusal) implements AssignmentResult {}
}

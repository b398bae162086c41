package city.urbanops.dispatch.task.domain;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.units.domain.Unit;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case no rule could give to a unit, or that a unit gave back: it waits for a dispatcher.
 *
 * @param taskId reserved for the task to come, so that a dispatcher can act on it
 * @param facts what the task will take over
 * @param round the round of the case
 * @param limit the filing condition's limit
 * @param reason why it waits, one sentence
 * @param queuedAt since when
 * @param returned the unit that gave it back and how far its clock was; absent when none had it
 * @param ownership whose case it has been; absent when none had it
 */
public record WaitingCase(
        UUID taskId,
        FiledFacts facts,
        int round,
        TimeLimit limit,
        String reason,
        Instant queuedAt,
        @Nullable ReturnedBy returned,
        @Nullable Ownership ownership) {

    /** The unit that gave a case back, with its stopped clock. */
    public record ReturnedBy(String department, HandlingClock clock) {}

    /** The case of an approved return; it waits under a newly reserved id. */
    public static WaitingCase returned(Task task, UUID reservedId, String opinion, Instant now) {
        return new WaitingCase(
                reservedId,
                task.facts(),
                task.round(),
                task.clock().limit(),
                "%s gave it back: %s".formatted(task.department(), opinion),
                now,
                new ReturnedBy(task.department(), task.clock()),
                task.ownership().moved());
    }

    /**
     * A dispatcher gives it to a unit. The unit that gave it back goes on with the time it had left, any other gets the whole limit
     * (DOMAIN §3).
     *
     * @param copies units that help or supervise
     */
    public Decision dispatchTo(Unit unit, Copies copies, String reason, Moment moment) {
        if (!unit.active()) {
            return Decision.unacceptable("department", "is no longer active");
        }
        boolean again = returned != null && returned.department().equals(unit.code());
        HandlingClock clock = returned != null && again
                ? returned.clock().runningFrom(moment.now(), moment)
                : HandlingClock.started(limit, moment);
        String limitReason = again ? "The unit had it before: its clock goes on." : null;
        Ownership owned = ownership == null ? Ownership.first(unit.code()) : ownership;
        return Decision.accepted(
                Task.dispatched(taskId, facts, round, Holder.of(unit), clock, owned),
                new TaskEvent.Dispatched(
                        moment.now(),
                        false,
                        copies.assisting(),
                        copies.supervising(),
                        reason,
                        limitReason,
                        queuedAt.plus(moment.rules().dispatchLimit())));
    }
}

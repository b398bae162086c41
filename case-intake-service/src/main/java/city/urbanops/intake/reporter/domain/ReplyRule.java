package city.urbanops.intake.reporter.domain;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import java.time.Instant;
import java.util.Optional;

/**
 * What a channel promises to those who report there.
 *
 * @param contact how long until the first contact 接待
 * @param reply how long until the reporter is told the result 答复
 * @param toEverybody false if only those are replied to who ask for it, or whose report came with a deadline
 */
public record ReplyRule(TimeLimit contact, TimeLimit reply, boolean toEverybody) {

    /**
     * The promise a report comes in with.
     *
     * @param reportedAt when it was accepted
     * @return empty if the reporter is unknown, wants no reply, or gets one only on request
     */
    public Optional<PromisedReply> promise(ReplyWish wish, Instant reportedAt, WorkingCalendar calendar) {
        var deadline = wish.deadline();
        var asked = Boolean.TRUE.equals(wish.wanted()) || deadline != null;
        if (!wish.reachable() || wish.isDeclined() || !(toEverybody || asked)) {
            return Optional.empty();
        }
        var contactDueAt = Deadlines.due(reportedAt, contact, calendar);
        if (deadline == null) {
            return Optional.of(PromisedReply.made(contactDueAt, Deadlines.due(reportedAt, reply, calendar), reply));
        }
        var set = deadline.at();
        return Optional.of(PromisedReply.made(set.isBefore(contactDueAt) ? set : contactDueAt, set, null));
    }
}

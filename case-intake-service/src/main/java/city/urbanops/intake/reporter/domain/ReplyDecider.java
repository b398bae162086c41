package city.urbanops.intake.reporter.domain;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.intake.reporter.domain.ReplyDecision.BreaksRule;
import city.urbanops.intake.reporter.domain.ReplyDecision.Done;
import city.urbanops.intake.reporter.domain.ReplyDecision.Kind;
import city.urbanops.intake.reporter.domain.ReplyDecision.NotNow;
import city.urbanops.intake.reporter.domain.ReplyDecision.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Which step towards a promised reply is possible when. A step at the deadline itself is in time. */
public final class ReplyDecider {

    private ReplyDecider() {}

    /**
     * The promise is made.
     *
     * @param settled true if the report was settled as it came in: the reporter was told on the spot
     */
    public static Done promise(PromisedReply reply, boolean settled, Instant at) {
        var promised = new Note(Kind.PROMISED, at);
        if (!settled) {
            return new Done(reply, List.of(promised));
        }
        var told = reply(reply, at);
        var notes = new ArrayList<Note>(List.of(promised));
        notes.addAll(told.notes());
        return new Done(told.next(), notes);
    }

    /** The reporter was contacted; only the first time is kept. */
    public static ReplyDecision contact(PromisedReply reply, Instant now) {
        return reply.contactedAt() == null
                ? new Done(reply.contacted(now), List.of(new Note(Kind.CONTACTED, now)))
                : new NotNow("contacted", "The reporter was contacted at %s already.".formatted(reply.contactedAt()));
    }

    /** The reporter was told the result; who was never contacted before is by that. What follows a reopening changes nothing. */
    public static Done reply(PromisedReply reply, Instant now) {
        if (reply.repliedAt() != null) {
            return new Done(reply, List.of());
        }
        var replied = new Note(Kind.REPLIED, now);
        return reply.contactedAt() == null
                ? new Done(reply.contacted(now).replied(now), List.of(new Note(Kind.CONTACTED, now), replied))
                : new Done(reply.replied(now), List.of(replied));
    }

    /** One more of the channel's limit to reply, counted from the report on; whoever is told of that is contacted. */
    public static ReplyDecision extend(PromisedReply reply, Extension wish, WorkingCalendar calendar, Instant now) {
        var limit = reply.limit();
        if (reply.repliedAt() != null) {
            return new NotNow("replied", "The reporter was replied to at %s.".formatted(reply.repliedAt()));
        }
        if (now.isAfter(reply.replyDueAt())) {
            return new NotNow(
                    "too-late",
                    "The reply was due at %s; only before that is there more time.".formatted(reply.replyDueAt()));
        }
        if (limit == null) {
            return new NotNow("set-by-source", "Whoever passed the report on has set the deadline; ask there.");
        }
        if (reply.extensions() >= wish.most()) {
            return new NotNow("no-more-extensions", "The deadline was extended %d times.".formatted(wish.most()));
        }
        if (!wish.applicantTold()) {
            return new BreaksRule("applicantTold", "must be true: the reporter has to know of the new deadline");
        }
        var dueAt = Deadlines.due(wish.reportedAt(), limit.extended(reply.extensions() + 1), calendar);
        var extended = new Note(Kind.EXTENDED, now);
        return reply.contactedAt() == null
                ? new Done(reply.contacted(now).extendedTo(dueAt), List.of(new Note(Kind.CONTACTED, now), extended))
                : new Done(reply.extendedTo(dueAt), List.of(extended));
    }

    /** What is overdue and was not told of. */
    public static Done lapse(PromisedReply reply, Instant now) {
        var notes = new ArrayList<Note>();
        var contact = reply.contactedAt() == null && now.isAfter(reply.contactDueAt());
        if (contact && !reply.contactOverdue()) {
            notes.add(new Note(Kind.CONTACT_OVERDUE, reply.contactDueAt()));
        }
        var told = reply.repliedAt() == null && now.isAfter(reply.replyDueAt());
        if (told && !reply.replyOverdue()) {
            notes.add(new Note(Kind.REPLY_OVERDUE, reply.replyDueAt()));
        }
        return new Done(reply.lapsed(reply.contactOverdue() || contact, reply.replyOverdue() || told), notes);
    }

    /**
     * What is asked for and from where it counts.
     *
     * @param applicantTold whether the reporter knows
     * @param reportedAt when the report was accepted
     * @param most how often a deadline may be extended
     */
    public record Extension(boolean applicantTold, Instant reportedAt, int most) {}
}

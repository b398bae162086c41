package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/**
 * A step of the reply that was promised to a reporter 答复; what was said stays in intake. Each step comes once, except EXTENDED. A report
 * that follows another case has a promise of its own.
 *
 * @param context common to all events of a case
 * @param step what was noted
 * @param at when it was so; of an overdue step, when it was due
 * @param contactDueAt by when the reporter has to be contacted; never moves
 * @param replyDueAt by when the reporter has to be told the result; moves by EXTENDED
 */
public record CaseReplyNoted(
        @JsonUnwrapped CaseContext context, ReplyStep step, Instant at, Instant contactDueAt, Instant replyDueAt)
        implements CaseEvent {}

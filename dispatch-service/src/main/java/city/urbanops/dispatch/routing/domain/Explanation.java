package city.urbanops.dispatch.routing.domain;

import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.geography.Border;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why a case went where it went: one for each decision about it, never changed.
 *
 * @param caseId the case
 * @param round its round
 * @param taskId the task, or the id reserved for it while the case waits
 * @param kind how it was decided
 * @param department the unit it went to; absent while it waits
 * @param reason one sentence
 * @param decidedBy the account, or {@code dispatch} when by rule
 * @param decidedAt when
 * @param question what routing looked at
 * @param ruleId the rule that decided; absent when a person did
 * @param candidates the rules that covered the case, the most specific first; may be empty
 * @param ground by which versions it was decided
 * @param deadline how long the unit has; absent while the case waits
 * @param border the grids across a border nearby; absent where none is near, or the place is not known
 * @param advice what a learned model said, with evidence and alternatives; absent when none was asked
 */
public record Explanation(
        UUID caseId,
        int round,
        UUID taskId,
        Kind kind,
        @Nullable String department,
        String reason,
        String decidedBy,
        Instant decidedAt,
        RoutingQuestion question,
        @Nullable String ruleId,
        List<MatrixRule> candidates,
        Ground ground,
        @Nullable Deadline deadline,
        @Nullable Border border,
        @Nullable Advice advice) {

    public Explanation {
        candidates = List.copyOf(candidates);
    }

    /** An explanation of a decision no learned model was asked about. */
    public Explanation(
            UUID caseId,
            int round,
            UUID taskId,
            Kind kind,
            @Nullable String department,
            String reason,
            String decidedBy,
            Instant decidedAt,
            RoutingQuestion question,
            @Nullable String ruleId,
            List<MatrixRule> candidates,
            Ground ground,
            @Nullable Deadline deadline,
            @Nullable Border border) {
        this(
                caseId,
                round,
                taskId,
                kind,
                department,
                reason,
                decidedBy,
                decidedAt,
                question,
                ruleId,
                candidates,
                ground,
                deadline,
                border,
                null);
    }

    /** An explanation of a decision that did not look at the place. */
    public Explanation(
            UUID caseId,
            int round,
            UUID taskId,
            Kind kind,
            @Nullable String department,
            String reason,
            String decidedBy,
            Instant decidedAt,
            RoutingQuestion question,
            @Nullable String ruleId,
            List<MatrixRule> candidates,
            Ground ground,
            @Nullable Deadline deadline) {
        this(
                caseId,
                round,
                taskId,
                kind,
                department,
                reason,
                decidedBy,
                decidedAt,
                question,
                ruleId,
                candidates,
                ground,
                deadline,
                null,
                null);
    }

    /** How a case found its unit, or why it has none. */
    public enum Kind {
        /** By a rule, or by a learned model where no rule could tell. */
        AUTOMATIC,
        /** No rule could tell, or a unit gave it back: it waits for a dispatcher. */
        QUEUED,
        /** By a dispatcher. */
        DISPATCHER,
        /** From another unit. */
        TRANSFER
    }

    /** The versions of the city's data a decision was taken by. */
    public record Ground(
            String unitsVersion,
            String matrixVersion,
            String calendarVersion,
            @Nullable String areasVersion,
            @Nullable String exemptionsVersion,
            @Nullable String operationsVersion) {}

    /**
     * The deadline a decision gave.
     *
     * @param timeLimit the limit, for example {@code 4wh}
     * @param dueAt when it ends
     * @param provisional the holidays of a year it reaches into are not published yet
     */
    public record Deadline(String timeLimit, Instant dueAt, boolean provisional) {}
}

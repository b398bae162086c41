package city.urbanops.intake.submission.application;

import city.urbanops.contracts.submissions.SubmissionEvents;
import city.urbanops.contracts.submissions.SubmissionRefused;
import city.urbanops.intake.casefile.application.Publisher;
import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.kit.http.StrictReader;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.kit.problem.FieldError;
import city.urbanops.kit.problem.Infrastructure;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a report of another city system in; a refused one leaves only the refusal. */
@Singleton
public class TakeSubmission {

    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\[\\]]{0,99}");
    private static final Pattern PUBLISHER = Pattern.compile("[a-z0-9][a-z0-9.-]{1,59}");

    private final HandInReport handInReport;
    private final StrictReader reader;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    TakeSubmission(HandInReport handInReport, StrictReader reader, Outbox outbox, Ids ids, Clock clock) {
        this.handInReport = handInReport;
        this.reader = reader;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Takes one submission in the caller's transaction.
     *
     * @param key the Kafka key, which must be {@code publisher/sourceNo}
     * @param eventId of the submission
     * @param body as it came
     * @param traceparent of the submission, if any; absent as an empty text
     * @return fails if the service itself is not ready to judge it: then nothing may be kept of the batch
     */
    public Uni<Void> take(Mutiny.StatelessSession session, String key, UUID eventId, byte[] body, String traceparent) {
        return statement(session, "savepoint submission")
                .chain(() -> Uni.createFrom().deferred(() -> handIn(session, key, body)))
                .onFailure(TakeSubmission::isToBlame)
                .recoverWithUni(failure -> statement(session, "rollback to savepoint submission")
                        .chain(() -> outbox.publish(
                                session,
                                List.of(refusal(key, eventId, ((ProblemException) failure).problem())
                                        .inTrace(traceparent.isEmpty() ? null : traceparent)))))
                // Kept, every submission of a batch would nest in the one before it.
                .call(() -> statement(session, "release savepoint submission"));
    }

    /** True if it is refused, and not because we are not ready: before the city's areas have arrived, for one. */
    static boolean isToBlame(Throwable failure) {
        return failure instanceof ProblemException && !Infrastructure.isToBlame(failure);
    }

    private Uni<Void> handIn(Mutiny.StatelessSession session, String key, byte[] body) {
        var submission = reader.object(body);
        var publisher = publisher(submission);
        submission.remove("publisher");
        var request = reader.read(submission, ReportRequest.class, "");
        var sourceNo = request.sourceNo();
        if (sourceNo == null) {
            throw new ProblemException(Problem.invalid("sourceNo", "is required"));
        }
        if (request.answer() != null) {
            throw new ProblemException(
                    Problem.unprocessable("answer", "is given by people of the centre or of a station, over HTTP"));
        }
        if (!key.equals(publisher + "/" + sourceNo)) {
            throw new ProblemException(Problem.invalid("key", "is not publisher/sourceNo"));
        }
        return handInReport
                .handIn(session, request, Publisher.system(publisher))
                .replaceWithVoid();
    }

    private static String publisher(ObjectNode submission) {
        var publisher = submission.get("publisher");
        if (publisher == null || publisher.isNull()) {
            throw new ProblemException(Problem.invalid("publisher", "is required"));
        }
        if (!publisher.isTextual() || !PUBLISHER.matcher(publisher.textValue()).matches()) {
            throw new ProblemException(
                    Problem.invalid("publisher", "must have 2 to 60 small letters, digits, points and hyphens"));
        }
        return publisher.textValue();
    }

    private Outgoing<SubmissionRefused> refusal(String key, UUID eventId, Problem problem) {
        var field = problem.errors().stream()
                .map(FieldError::field)
                .map(TakeSubmission::name)
                .findFirst();
        var reason = problem.errors().isEmpty()
                ? Objects.requireNonNullElse(problem.detail(), problem.title())
                : problem.errors().stream()
                        .map(error -> name(error.field()) + " " + error.message())
                        .collect(Collectors.joining("; "));
        var refused = new SubmissionRefused(
                key,
                eventId,
                problem.status(),
                field.orElse(problem.name().equals("source-number-taken") ? "sourceNo" : "body"),
                reason);
        return Outgoing.of(SubmissionEvents.REFUSED, ids.next(), key, clock.instant(), refused);
    }

    /** A field's name as far as it can be one: an unknown name is the publisher's own text, and may say anything. */
    private static String name(String field) {
        return FIELD.matcher(field).matches() ? PersonalDataMask.mask(field, null) : "body";
    }

    /** Undoes one submission of a batch without undoing the others. */
    private static Uni<Void> statement(Mutiny.StatelessSession session, String sql) {
        return session.createNativeQuery(sql).executeUpdate().replaceWithVoid();
    }
}

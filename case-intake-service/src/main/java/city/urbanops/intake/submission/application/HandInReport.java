package city.urbanops.intake.submission.application;

import city.urbanops.intake.casefile.application.AcceptReport;
import city.urbanops.intake.casefile.application.AcceptReport.Accepted;
import city.urbanops.intake.casefile.application.Publisher;
import city.urbanops.intake.media.application.AttachPhotos;
import city.urbanops.intake.media.application.AttachPhotos.Mention;
import city.urbanops.kit.http.StrictReader;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes a report in, by whichever way it came, with what its channel says beyond it. */
@Singleton
public class HandInReport {

    private final AcceptReport acceptReport;
    private final Reports reports;
    private final ReportDetails details;
    private final AttachPhotos attachPhotos;
    private final StrictReader reader;
    private final AnswersConfig answers;

    HandInReport(
            AcceptReport acceptReport,
            Reports reports,
            ReportDetails details,
            AttachPhotos attachPhotos,
            StrictReader reader,
            AnswersConfig answers) {
        this.acceptReport = acceptReport;
        this.reports = reports;
        this.details = details;
        this.attachPhotos = attachPhotos;
        this.reader = reader;
        this.answers = answers;
    }

    /**
     * Takes one report in, once per publisher, channel and source number.
     *
     * @param request valid in form
     * @param publisher who hands it in
     * @return the case; a failed {@code Uni} with a {@link ProblemException} of 400, 409 or 422 if it is refused
     */
    public Uni<Accepted> handIn(Mutiny.StatelessSession session, ReportRequest request, Publisher publisher) {
        return Uni.createFrom().deferred(() -> {
            checkAnswering(request, publisher);
            var beyond = beyond(request);
            checkAnswered(request, beyond);
            return acceptReport
                    .accept(session, reports.command(request, beyond), publisher)
                    .call(accepted -> keep(session, accepted, beyond))
                    .call(accepted -> attach(session, accepted, ReportPhotos.of(request, beyond), publisher.account()));
        });
    }

    private @Nullable ChannelDetails beyond(ReportRequest request) {
        return OrderTypes.in(request.channel(), details(request), request.orderType());
    }

    private static void checkAnswering(ReportRequest request, Publisher publisher) {
        if (request.answer() != null && !publisher.mayAnswer()) {
            throw new ProblemException(
                    Problem.forbidden("Only agents, and stations what they took in themselves, answer on the spot."));
        }
    }

    private void checkAnswered(ReportRequest request, @Nullable ChannelDetails beyond) {
        if (request.answer() == null) {
            return;
        }
        var type = OrderTypes.of(beyond);
        if (type == null || !answers.onTheSpot().contains(type)) {
            throw new ProblemException(
                    Problem.unprocessable("orderType", "must be one that an answer settles: " + names()));
        }
    }

    private String names() {
        return answers.onTheSpot().stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }

    private @Nullable ChannelDetails details(ReportRequest request) {
        var given = request.details();
        if (given == null) {
            return null;
        }
        var type = ChannelDetails.of(request.channel())
                .orElseThrow(() ->
                        new ProblemException(Problem.invalid("details", "is not for reports by " + request.channel())));
        return reader.read(given, type, "details");
    }

    /** A repetition names what is attached already. */
    private Uni<Void> attach(
            Mutiny.StatelessSession session, Accepted accepted, List<Mention> photos, String publisher) {
        return accepted.isNew()
                ? attachPhotos.attach(session, accepted.file().id(), publisher, photos)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> keep(Mutiny.StatelessSession session, Accepted accepted, @Nullable ChannelDetails beyond) {
        return accepted.isNew() && beyond != null
                ? details.store(session, accepted.file().id(), beyond)
                : Uni.createFrom().voidItem();
    }
}

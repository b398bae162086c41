package city.urbanops.intake.submission.application;

import city.urbanops.intake.casefile.application.ReportCommand;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.submission.application.ReportRequest.ReporterRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Requests to commands. */
@Singleton
class Reports {

    private final ObjectMapper json;

    Reports(ObjectMapper json) {
        this.json = json;
    }

    ReportCommand command(ReportRequest request, @Nullable ChannelDetails details) {
        var location = request.location();
        var reporter = request.reporter();
        var answer = request.answer();
        return new ReportCommand(
                request.channel(),
                request.text(),
                request.classCode(),
                request.conditionCode(),
                location == null ? null : new Point(location.lng(), location.lat()),
                request.areaCode(),
                location == null ? null : location.address(),
                reporter == null ? null : reporter.name(),
                phone(reporter, details),
                Boolean.TRUE.equals(request.urgent()),
                request.occurredAt(),
                request.sourceNo(),
                request.duplicateOf(),
                Boolean.TRUE.equals(request.selfHandled()),
                answer == null ? null : answer.text(),
                request.resubmissionOf(),
                digest(request));
    }

    /** The caller of a work order is its reporter; two telephones would leave open who is to be called back. */
    private static @Nullable String phone(@Nullable ReporterRequest reporter, @Nullable ChannelDetails details) {
        var given = reporter == null ? null : reporter.phone();
        var calling = details == null ? null : details.telephone();
        if (given != null && calling != null && !given.equals(calling)) {
            throw new ProblemException(Problem.unprocessable("details.callerPhone", "is not the reporter's telephone"));
        }
        return given == null ? calling : given;
    }

    /** Details come in the publisher's order, which another time may be another. */
    private String digest(ReportRequest request) {
        try {
            var body =
                    json.writer().with(JsonNodeFeature.WRITE_PROPERTIES_SORTED).writeValueAsBytes(request);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

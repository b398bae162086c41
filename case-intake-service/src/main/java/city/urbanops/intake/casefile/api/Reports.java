package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.application.ReportCommand;
import city.urbanops.intake.casefile.domain.Point;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Requests to commands. */
@Singleton
class Reports {

    private final ObjectMapper json;

    Reports(ObjectMapper json) {
        this.json = json;
    }

    ReportCommand command(ReportRequest request) {
        var location = request.location();
        var reporter = request.reporter();
        return new ReportCommand(
                request.channel(),
                request.text(),
                request.classCode(),
                request.conditionCode(),
                location == null ? null : new Point(location.lng(), location.lat()),
                request.areaCode(),
                location == null ? null : location.address(),
                reporter == null ? null : reporter.name(),
                reporter == null ? null : reporter.phone(),
                Boolean.TRUE.equals(request.urgent()),
                request.occurredAt(),
                request.sourceNo(),
                request.duplicateOf(),
                Boolean.TRUE.equals(request.selfHandled()),
                digest(request));
    }

    private String digest(ReportRequest request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

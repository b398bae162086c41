package city.urbanops.intake.submission.persistence;

import city.urbanops.intake.reporter.application.Sealing;
import city.urbanops.intake.submission.application.ChannelDetails;
import city.urbanops.intake.submission.application.ReportDetails;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Details in {@code report_details}. */
@Singleton
class ReportDetailsRepository implements ReportDetails {

    private static final String INSERT = """
            insert into report_details (case_id, details, personal)
            values (:id, cast(cast(:details as text) as jsonb), decode(cast(:personal as text), 'base64'))
            """;
    private static final String FIND = "select cast(details as text) from report_details where case_id = :id";

    private final ObjectMapper json;
    private final Sealing sealing;

    ReportDetailsRepository(ObjectMapper json, Sealing sealing) {
        this.json = json;
        this.sealing = sealing;
    }

    @Override
    public Uni<Void> store(Mutiny.StatelessSession session, UUID caseId, ChannelDetails details) {
        ObjectNode open = json.valueToTree(details);
        var personal = json.createObjectNode();
        for (var name : details.personal()) {
            var value = open.remove(name);
            if (value != null) {
                personal.set(name, value);
            }
        }
        return session.createNativeQuery(INSERT)
                .setParameter("id", caseId)
                .setParameter("details", open.toString())
                .setParameter("personal", sealed(personal, caseId))
                .executeUpdate()
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<JsonNode>> of(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(FIND, String.class)
                .setParameter("id", caseId)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(this::tree));
    }

    private @Nullable String sealed(ObjectNode personal, UUID caseId) {
        return personal.isEmpty()
                ? null
                : Base64.getEncoder()
                        .encodeToString(sealing.seal(personal.toString().getBytes(StandardCharsets.UTF_8), caseId));
    }

    private JsonNode tree(String details) {
        try {
            return json.readTree(details);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package city.urbanops.intake.submission.application;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What channels said beyond their reports. */
public interface ReportDetails {

    /** Keeps the details of a new case; personal fields apart, encrypted. */
    Uni<Void> store(Mutiny.StatelessSession session, UUID caseId, ChannelDetails details);

    /** The details of a case without the personal fields, if its channel gave any. */
    Uni<Optional<JsonNode>> of(Mutiny.StatelessSession session, UUID caseId);
}

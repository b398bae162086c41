package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.domain.JournalEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step of a case's life; {@code seal} is the link of the journal's chain. */
public record JournalView(
        int sequence,
        String type,
        Instant at,
        String actor,
        @Nullable String opinion,
        @Nullable String department,
        @Nullable Boolean superseded,
        @Nullable JsonNode details,
        String seal) {

    static JournalView of(JournalEntry entry) {
        var step = entry.step();
        return new JournalView(
                entry.sequence(),
                step.type(),
                step.at(),
                step.actor(),
                step.opinion(),
                step.department(),
                step.superseded() ? true : null,
                json(step.details()),
                entry.seal());
    }

    private static @Nullable JsonNode json(@Nullable String details) {
        try {
            return details == null ? null : ContractJson.mapper().readTree(details);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

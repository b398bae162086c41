package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Enforcement reported the on-site handling.
 *
 * @param context common to all events of a case
 * @param handledAt when
 * @param opinion the officer's words
 * @param media photos the actor took of the matter after handling, as {@code urn:urbanops:media:<id>}; absent if there is none
 */
public record EnforcementHandled(
        @JsonUnwrapped CaseContext context,
        Instant handledAt,
        @Nullable String opinion,
        @Nullable List<String> media) implements CaseEvent {

    public EnforcementHandled {
        media = media == null ? null : List.copyOf(media);
    }

    /** One without photos. */
    public EnforcementHandled(CaseContext context, Instant handledAt, @Nullable String opinion) {
        this(context, handledAt, opinion, null);
    }
}

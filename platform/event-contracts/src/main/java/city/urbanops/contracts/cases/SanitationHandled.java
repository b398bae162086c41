package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crew completed the work order.
 *
 * @param context common to all events of a case
 * @param handledAt when
 * @param opinion the crew's words
 * @param media photos the actor took of the matter after handling, as {@code urn:urbanops:media:<id>}; absent if there is none
 */
public record SanitationHandled(
        @JsonUnwrapped CaseContext context,
        Instant handledAt,
        @Nullable String opinion,
        @Nullable List<String> media) implements CaseEvent {

    public SanitationHandled {
        media = media == null ? null : List.copyOf(media);
    }

    /** One without photos. */
    public SanitationHandled(CaseContext context, Instant handledAt, @Nullable String opinion) {
        this(context, handledAt, opinion, null);
    }
}

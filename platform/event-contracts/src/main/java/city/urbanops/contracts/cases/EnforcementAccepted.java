package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An enforcement officer took the assignment on.
 *
 * @param context common to all events of a case
 * @param opinion the officer's words
 * @param media photos the actor took of the matter as it was found, as {@code urn:urbanops:media:<id>}; absent if there is none
 */
public record EnforcementAccepted(
        @JsonUnwrapped CaseContext context,
        @Nullable String opinion,
        @Nullable List<String> media) implements CaseEvent {

    public EnforcementAccepted {
        media = media == null ? null : List.copyOf(media);
    }

    /** One without photos. */
    public EnforcementAccepted(CaseContext context, @Nullable String opinion) {
        this(context, opinion, null);
    }
}

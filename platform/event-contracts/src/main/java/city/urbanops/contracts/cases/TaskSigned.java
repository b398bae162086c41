package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit took the task on 签收.
 *
 * @param context common to all events of a case
 * @param opinion its words
 * @param media photos the actor took of the matter as it was found, as {@code urn:urbanops:media:<id>}; absent if there is none
 */
public record TaskSigned(
        @JsonUnwrapped CaseContext context,
        @Nullable String opinion,
        @Nullable List<String> media) implements CaseEvent {

    public TaskSigned {
        media = media == null ? null : List.copyOf(media);
    }

    /** One without photos. */
    public TaskSigned(CaseContext context, @Nullable String opinion) {
        this(context, opinion, null);
    }
}

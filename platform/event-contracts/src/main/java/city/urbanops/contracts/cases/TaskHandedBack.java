package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit reported it handled 反馈: the handling clock stops, the check begins.
 *
 * @param context common to all events of a case
 * @param handedBackAt when
 * @param dueAt the deadline in force
 * @param opinion its words
 * @param media photos the actor took of the matter after handling, as {@code urn:urbanops:media:<id>}; absent if there is none
 */
public record TaskHandedBack(
        @JsonUnwrapped CaseContext context,
        Instant handedBackAt,
        Instant dueAt,
        @Nullable String opinion,
        @Nullable List<String> media)
        implements CaseEvent {

    public TaskHandedBack {
        media = media == null ? null : List.copyOf(media);
    }

    /** One without photos. */
    public TaskHandedBack(CaseContext context, Instant handedBackAt, Instant dueAt, @Nullable String opinion) {
        this(context, handedBackAt, dueAt, opinion, null);
    }
}

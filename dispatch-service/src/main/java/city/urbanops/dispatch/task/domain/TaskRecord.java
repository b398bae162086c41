package city.urbanops.dispatch.task.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person added to a step of a task.
 *
 * @param action the step, for example {@code return}
 * @param actor the account
 * @param at when
 * @param opinion why
 * @param note remarks
 * @param media references to pictures; may be empty
 */
public record TaskRecord(
        String action,
        String actor,
        Instant at,
        @Nullable String opinion,
        @Nullable String note,
        List<String> media) {

    public TaskRecord {
        media = List.copyOf(media);
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return opinion == null && note == null && media.isEmpty();
    }
}

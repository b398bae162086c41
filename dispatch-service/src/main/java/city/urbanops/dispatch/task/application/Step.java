package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.TaskRecord;
import city.urbanops.kit.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does what to which task, in which words.
 *
 * @param taskId the task
 * @param caller who does it
 * @param name the step, for example {@code sign}
 * @param opinion why
 * @param note remarks
 * @param media references to pictures; may be empty
 */
public record Step(
        UUID taskId,
        Caller caller,
        String name,
        @Nullable String opinion,
        @Nullable String note,
        List<String> media) {

    public Step {
        media = List.copyOf(media);
    }

    /** What others are told: the opinion, else the note. */
    public @Nullable String words() {
        return opinion == null ? note : opinion;
    }

    TaskRecord record(Instant at) {
        return new TaskRecord(name, caller.account(), at, opinion, note, media);
    }
}

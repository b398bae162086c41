package city.urbanops.dispatch.task.application;

import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain event with what the outside needs beside it.
 *
 * @param task the task after it
 * @param event what happened
 * @param actor the account or system part that caused it
 * @param text masked text of the report; empty for events that do not introduce the case to a unit
 * @param traceparent the trace of the event that caused it; absent for the present request's
 * @param media what the person who did it named; may be empty
 */
public record Happened(
        Task task,
        TaskEvent event,
        String actor,
        String text,
        @Nullable String traceparent,
        List<String> media) {

    public Happened {
        media = List.copyOf(media);
    }

    /** Something nobody showed a picture of. */
    public Happened(Task task, TaskEvent event, String actor, String text, @Nullable String traceparent) {
        this(task, event, actor, text, traceparent, List.of());
    }
}

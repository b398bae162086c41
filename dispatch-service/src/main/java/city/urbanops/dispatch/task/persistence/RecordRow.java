package city.urbanops.dispatch.task.persistence;

import city.urbanops.dispatch.task.domain.TaskRecord;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code task_record}; the components are its columns. */
record RecordRow(
        UUID recordId,
        UUID taskId,
        String action,
        String actor,
        Instant at,
        @Nullable String opinion,
        @Nullable String note,
        List<String> media) {

    static RecordRow of(UUID recordId, UUID taskId, TaskRecord record) {
        return new RecordRow(
                recordId,
                taskId,
                record.action(),
                record.actor(),
                record.at(),
                record.opinion(),
                record.note(),
                record.media());
    }

    TaskRecord record() {
        return new TaskRecord(action, actor, at, opinion, note, media);
    }
}

package city.urbanops.metrics.forecast.application;

import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.forecast.application.TaskQuery.Task;
import city.urbanops.metrics.forecast.application.UnitRecords.Learned;
import city.urbanops.metrics.forecast.domain.Risk;
import city.urbanops.metrics.forecast.domain.RiskErrors;
import city.urbanops.metrics.forecast.domain.UnitAtRisk;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Tells which units will miss deadlines soon, and which tasks that is about. */
@Singleton
public class AnswerAtRisk {

    private final Transactions transactions;
    private final Tasks tasks;
    private final UnitRecords records;

    AnswerAtRisk(Transactions transactions, Tasks tasks, UnitRecords records) {
        this.transactions = transactions;
        this.tasks = tasks;
        this.records = records;
    }

    /** Units with open tasks due in the horizon, and the error of what they are told by. */
    public record Answer(List<UnitAtRisk> units, Optional<RiskErrors> errors) {}

    /** One task and how likely it will be late; the risk is absent if nothing is known. */
    public record TaskAtRisk(Task task, Optional<Risk> risk) {}

    /** By unit, those with the most expected late tasks first. */
    public Uni<Answer> units(TaskQuery query) {
        return records.get().chain(learned -> transactions
                .read(session -> tasks.open(session, query))
                .map(open -> new Answer(UnitAtRisk.of(open, learned.table()), learned.errors())));
    }

    /** By deadline and id, at most so many. */
    public Uni<List<TaskAtRisk>> tasks(TaskQuery query, Optional<TaskQuery.After> after, int limit) {
        return records.get().chain(learned -> transactions
                .read(session -> tasks.open(session, query, after, limit))
                .map(open -> open.stream().map(task -> with(task, learned)).toList()));
    }

    private static TaskAtRisk with(Task task, Learned learned) {
        return new TaskAtRisk(task, learned.table().risk(task.unit(), task.classCode(), task.tenths()));
    }
}

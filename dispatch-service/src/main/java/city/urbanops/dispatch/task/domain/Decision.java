package city.urbanops.dispatch.task.domain;

import java.util.List;

/** What came of a command. */
public sealed interface Decision {

    /**
     * Done.
     *
     * @param task the new state
     * @param events what to tell others, in order; empty when it concerns nobody else
     */
    record Accepted(Task task, List<TaskEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** Refused; nothing changes. */
    record Rejected(Refusal refusal) implements Decision {}

    static Decision accepted(Task task, TaskEvent... events) {
        return new Accepted(task, List.of(events));
    }

    static Decision notNow(String name, String detail) {
        return new Rejected(new Refusal.NotNow(name, detail));
    }

    static Decision unacceptable(String field, String message) {
        return new Rejected(new Refusal.Unacceptable(field, message));
    }
}

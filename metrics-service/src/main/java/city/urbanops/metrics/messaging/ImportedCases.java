package city.urbanops.metrics.messaging;

import city.urbanops.contracts.cases.CaseImported;
import city.urbanops.metrics.domain.Assignment;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Occurrence.ImportedLife;
import org.jspecify.annotations.Nullable;

/** Reads the whole life of an imported case out of its one event. */
final class ImportedCases {

    private ImportedCases() {}

    static ImportedLife life(CaseImported event) {
        return new ImportedLife(
                EventReader.required(event.reportedAt(), "reportedAt"),
                event.filedAt(),
                event.dispatchedAt(),
                assignment(event),
                event.dueAt(),
                "SUSPENDED".equals(event.phase()),
                event.handedBackAt(),
                ending(event),
                event.asOf());
    }

    /** A unit without a time of dispatch had it from the filing on, as far as anybody knows. */
    private static @Nullable Assignment assignment(CaseImported event) {
        var department = event.context().department();
        if (event.dispatchedAt() != null) {
            return new Assignment(department, event.dispatchedAt());
        }
        if (department == null) {
            return null;
        }
        return new Assignment(department, event.filedAt() == null ? event.reportedAt() : event.filedAt());
    }

    private static @Nullable Ending ending(CaseImported event) {
        if ("VOID".equals(event.phase())) {
            return new Ending(Ending.Kind.VOID, event.closedAt());
        }
        return event.closedAt() == null && !"CLOSED".equals(event.phase())
                ? null
                : new Ending(Ending.Kind.NORMAL, event.closedAt());
    }
}

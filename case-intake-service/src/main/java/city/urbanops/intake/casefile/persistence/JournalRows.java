package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalStep;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

/** Rows of {@code journal} as entries. */
final class JournalRows {

    /** The columns an entry is read from, of a table called {@code j}. */
    static final String COLUMNS = """
            j.case_id, j.sequence, j.type, j.at, j.actor, j.opinion, j.department, j.superseded, j.event_id, j.details,
            encode(j.seal, 'hex') as seal""";

    private JournalRows() {}

    /** The entry; one that was never sealed has an empty seal, which follows no head. */
    static JournalEntry entry(Tuple row) {
        var step = new JournalStep(
                row.get("type", String.class),
                row.get("at", OffsetDateTime.class).toInstant(),
                row.get("actor", String.class),
                row.get("opinion", String.class),
                row.get("department", String.class),
                row.get("superseded", Boolean.class),
                row.get("event_id", UUID.class),
                row.get("details", String.class));
        return new JournalEntry(
                row.get("case_id", UUID.class),
                row.get("sequence", Integer.class),
                step,
                Objects.requireNonNullElse(row.get("seal", String.class), ""));
    }
}

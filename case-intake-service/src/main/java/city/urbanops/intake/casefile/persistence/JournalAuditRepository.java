package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.application.VerifyJournals.JournalAudit;
import city.urbanops.intake.casefile.application.VerifyJournals.Sealed;
import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalHead;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads case files and journals side by side, in one statement, so that a step taken meanwhile is seen in both or in neither. */
@Singleton
class JournalAuditRepository implements JournalAudit {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String NEXT = """
            select f.case_id as file_id, f.journal_length, encode(f.journal_seal, 'hex') as head,
            """ + JournalRows.COLUMNS + """
             from (select case_id, journal_length, journal_seal from case_file where case_id > :after
                   order by case_id limit :cases) f
            left join journal j on j.case_id = f.case_id
            order by f.case_id, j.sequence
            """;

    @Override
    public Uni<List<Sealed>> next(Mutiny.StatelessSession session, Optional<UUID> after, int cases) {
        return session.createNativeQuery(NEXT, Tuple.class)
                .setParameter("after", after.orElse(BEFORE_ALL))
                .setParameter("cases", cases)
                .getResultList()
                .map(JournalAuditRepository::byCase);
    }

    private static List<Sealed> byCase(List<Tuple> rows) {
        var found = new LinkedHashMap<UUID, List<JournalEntry>>();
        var heads = new LinkedHashMap<UUID, JournalHead>();
        for (var row : rows) {
            var id = row.get("file_id", UUID.class);
            heads.computeIfAbsent(id, first -> head(row));
            var entries = found.computeIfAbsent(id, first -> new ArrayList<>());
            if (row.get("case_id") != null) {
                entries.add(JournalRows.entry(row));
            }
        }
        return found.entrySet().stream()
                .map(one -> new Sealed(one.getKey(), one.getValue(), Objects.requireNonNull(heads.get(one.getKey()))))
                .toList();
    }

    private static JournalHead head(Tuple row) {
        return new JournalHead(
                row.get("journal_length", Integer.class),
                Objects.requireNonNullElse(row.get("head", String.class), JournalHead.START));
    }
}

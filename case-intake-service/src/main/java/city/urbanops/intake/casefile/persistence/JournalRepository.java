package city.urbanops.intake.casefile.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.application.Journal;
import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The journal in {@code journal}, which the runtime role can only add to and read. */
@Singleton
class JournalRepository implements Journal {

    private static final Sql INSERT = Sql.of("""
            insert into journal (case_id, sequence, type, at, actor, opinion, department, superseded, event_id, details, seal)
            select "caseId", sequence, type, at, actor, opinion, department, superseded, "eventId", details, decode(seal, 'hex')
            from json_to_recordset(cast(cast($1 as text) as json)) as entry(
                "caseId" uuid, sequence int, type text, at timestamptz, actor text, opinion text, department text,
                superseded boolean, "eventId" uuid, details text, seal text)
            """);

    private static final String OF_CASE =
            "select " + JournalRows.COLUMNS + " from journal j where j.case_id = :id order by j.sequence";

    private static final String WITH_REFUSED_PHOTOS = "select " + JournalRows.COLUMNS
            + " from journal j where j.case_id = :id and j.details like '%\"refusedMedia\"%' order by j.sequence";

    @Override
    public Uni<Void> append(Mutiny.StatelessSession session, List<JournalEntry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : INSERT.on(
                                session,
                                ContractJson.mapper()
                                        .valueToTree(
                                                entries.stream().map(Row::of).toList())
                                        .toString())
                        .replaceWithVoid();
    }

    @Override
    public Uni<List<JournalEntry>> of(Mutiny.StatelessSession session, UUID caseId) {
        return entries(session, OF_CASE, caseId);
    }

    @Override
    public Uni<List<JournalEntry>> withRefusedPhotos(Mutiny.StatelessSession session, UUID caseId) {
        return entries(session, WITH_REFUSED_PHOTOS, caseId);
    }

    private static Uni<List<JournalEntry>> entries(Mutiny.StatelessSession session, String query, UUID caseId) {
        return session.createNativeQuery(query, Tuple.class)
                .setParameter("id", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(JournalRows::entry).toList());
    }

    private record Row(
            UUID caseId,
            int sequence,
            String type,
            Instant at,
            String actor,
            @Nullable String opinion,
            @Nullable String department,
            boolean superseded,
            UUID eventId,
            @Nullable String details,
            String seal) {

        static Row of(JournalEntry entry) {
            var step = entry.step();
            return new Row(
                    entry.caseId(),
                    entry.sequence(),
                    step.type(),
                    step.at(),
                    step.actor(),
                    step.opinion(),
                    step.department(),
                    step.superseded(),
                    step.eventId(),
                    step.details(),
                    entry.seal());
        }
    }
}

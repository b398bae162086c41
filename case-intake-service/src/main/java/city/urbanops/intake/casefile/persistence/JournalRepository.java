package city.urbanops.intake.casefile.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.application.Journal;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The journal in {@code journal}, which the runtime role can only add to and read. */
@Singleton
class JournalRepository implements Journal {

    private static final String INSERT = """
            insert into journal (case_id, sequence, type, at, actor, opinion, department, superseded, event_id)
            select "caseId", sequence, type, at, actor, opinion, department, superseded, "eventId"
            from json_to_recordset(cast(cast(:entries as text) as json)) as entry(
                "caseId" uuid, sequence int, type text, at timestamptz, actor text, opinion text, department text,
                superseded boolean, "eventId" uuid)
            """;

    @Override
    public Uni<Void> append(Mutiny.StatelessSession session, List<Entry> entries) {
        return entries.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(INSERT)
                        .setParameter(
                                "entries",
                                ContractJson.mapper().valueToTree(entries).toString())
                        .executeUpdate()
                        .replaceWithVoid();
    }
}

package city.urbanops.enforcement.assignment.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import city.urbanops.enforcement.assignment.domain.OnSiteStep;
import city.urbanops.kit.persistence.Sql;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The steps done on site, in table {@code on_site_record}, which the service may append to and nothing else. */
@Singleton
class OnSiteRecords {

    private static final Sql MOVE = Sql.of("""
            with moved as (update assignment set state = $1 where task_id = $2 returning task_id)
            insert into on_site_record (task_id, round, step, actor, recorded_at, opinion, note, media)
            select moved.task_id, done.round, done.step, done.actor, done.at, done.opinion, done.note, done.media
            from moved, json_to_record(cast(cast($3 as text) as json)) as done(
                round int, step text, actor text, at timestamptz, opinion text, note text, media json)
            """);
    private static final String OF_TASK = """
            select task_id, round, step, actor, recorded_at, opinion, note, cast(media as text) as media
            from on_site_record where task_id = :task order by id
            """;

    Uni<Void> append(Mutiny.StatelessSession session, Assignment next, OnSiteRecord step) {
        return MOVE.on(
                        session,
                        next.state().name(),
                        next.task().taskId(),
                        ContractJson.mapper().valueToTree(step).toString())
                .replaceWithVoid();
    }

    Uni<List<OnSiteRecord>> of(Mutiny.StatelessSession session, UUID taskId) {
        return session.createNativeQuery(OF_TASK, Tuple.class)
                .setParameter("task", taskId)
                .getResultList()
                .map(rows -> rows.stream().map(OnSiteRecords::read).toList());
    }

    private static OnSiteRecord read(Tuple row) {
        return new OnSiteRecord(
                row.get("task_id", UUID.class),
                row.get("round", Integer.class),
                OnSiteStep.valueOf(row.get("step", String.class)),
                row.get("actor", String.class),
                row.get("recorded_at", OffsetDateTime.class).toInstant(),
                row.get("opinion", String.class),
                row.get("note", String.class),
                media(row.get("media", String.class)));
    }

    private static List<String> media(String json) {
        try {
            return ContractJson.mapper().readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

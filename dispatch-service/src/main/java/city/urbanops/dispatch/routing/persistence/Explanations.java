package city.urbanops.dispatch.routing.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.persistence.JsonRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Explanations in the database; only ever added to. */
@Singleton
public class Explanations {

    private static final String ADVICE = """
            select cast(json_build_object('taskId', task_id, 'advice', document->'advice') as text) from explanation
            where case_id = any (cast(cast(:cases as text) as uuid[])) and task_id = any (cast(cast(:tasks as text) as uuid[]))
            and kind = 'QUEUED' and document->'advice' is not null
            order by explanation_id
            """;

    private final Ids ids;

    Explanations(Ids ids) {
        this.ids = ids;
    }

    /** Keeps them in the order given; nothing for an empty list. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<Explanation> explanations) {
        return JsonRows.insert(
                session,
                "explanation",
                explanations.stream().map(one -> Row.of(ids.next(), one)).toList());
    }

    /** Every explanation of a case, the newest first; empty for a case that was never routed. */
    public Uni<List<Explanation>> of(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select cast(document as text) from explanation where case_id = :case order by explanation_id desc",
                        String.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().map(Explanations::read).toList());
    }

    /** What a learned model said when these tasks' cases were queued, by reserved task id; those of which it said nothing are left out. */
    public Uni<Map<UUID, Advice>> adviceOfQueued(
            Mutiny.StatelessSession session, Collection<UUID> caseIds, Collection<UUID> taskIds) {
        if (caseIds.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return session.createNativeQuery(ADVICE, String.class)
                .setParameter("cases", array(caseIds))
                .setParameter("tasks", array(taskIds))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(Explanations::readQueued)
                        .collect(Collectors.toMap(Queued::taskId, Queued::advice, (older, newer) -> newer)));
    }

    private record Queued(UUID taskId, Advice advice) {}

    private static Queued readQueued(String row) {
        try {
            return ContractJson.mapper().readValue(row, Queued.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Explanation read(String document) {
        try {
            return ContractJson.mapper().readValue(document, Explanation.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A row; the components are its columns. */
    record Row(
            UUID explanationId,
            UUID caseId,
            int round,
            UUID taskId,
            Explanation.Kind kind,
            @Nullable String department,
            Instant decidedAt,
            JsonNode document,
            @Nullable String ruleId,
            @Nullable String modelVersion) {

        static Row of(UUID id, Explanation explanation) {
            Advice advice = explanation.advice();
            return new Row(
                    id,
                    explanation.caseId(),
                    explanation.round(),
                    explanation.taskId(),
                    explanation.kind(),
                    explanation.department(),
                    explanation.decidedAt(),
                    ContractJson.mapper().valueToTree(explanation),
                    explanation.ruleId(),
                    advice == null ? null : advice.modelVersion());
        }
    }
}

package city.urbanops.dispatch.routing.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.persistence.JsonRows;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.kit.ids.Ids;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Explanations in the database; only ever added to. */
@Singleton
public class Explanations {

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
            @Nullable String ruleId) {

        static Row of(UUID id, Explanation explanation) {
            return new Row(
                    id,
                    explanation.caseId(),
                    explanation.round(),
                    explanation.taskId(),
                    explanation.kind(),
                    explanation.department(),
                    explanation.decidedAt(),
                    ContractJson.mapper().valueToTree(explanation),
                    explanation.ruleId());
        }
    }
}

package city.urbanops.dispatch.learning.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.learning.domain.SuggestedClasses;
import city.urbanops.kit.persistence.JsonRows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What classes were suggested for reports without one; only ever added to. */
@Singleton
public class SuggestionTable {

    private static final String INSERT =
            JsonRows.insertInto("class_suggestion", Row.class, ":rows") + "on conflict (case_id) do nothing";

    /** Keeps them; nothing for an empty list. */
    public Uni<Void> add(Mutiny.StatelessSession session, List<SuggestedClasses> suggestions) {
        return suggestions.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(INSERT)
                        .setParameter(
                                "rows",
                                JsonRows.write(suggestions.stream().map(Row::of).toList()))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** What was suggested for a report; empty when it came with a class, or never. */
    public Uni<Optional<SuggestedClasses>> find(Mutiny.StatelessSession session, UUID caseId) {
        return session.createNativeQuery(
                        "select cast(row_to_json(s) as text) from class_suggestion s where case_id = :case",
                        String.class)
                .setParameter("case", caseId)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(row -> JsonRows.read(row, Row.class)
                        .suggestion()));
    }

    /** A row; the components are its columns. */
    record Row(
            UUID caseId,
            String areaCode,
            Instant suggestedAt,
            @Nullable String modelVersion,
            boolean automatic,
            @Nullable String classCode,
            @Nullable Double confidence,
            JsonNode document) {

        static Row of(SuggestedClasses one) {
            Advice advice = one.advice();
            boolean empty = advice.candidates().isEmpty();
            return new Row(
                    one.caseId(),
                    one.areaCode(),
                    one.suggestedAt(),
                    advice.modelVersion(),
                    advice.automatic(),
                    empty ? null : advice.best().label(),
                    empty ? null : advice.best().confidence(),
                    ContractJson.mapper().valueToTree(advice));
        }

        SuggestedClasses suggestion() {
            try {
                return new SuggestedClasses(
                        caseId, areaCode, suggestedAt, ContractJson.mapper().treeToValue(document, Advice.class));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

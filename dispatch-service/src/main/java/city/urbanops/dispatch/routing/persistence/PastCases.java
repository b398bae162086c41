package city.urbanops.dispatch.routing.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.routing.domain.PastCase;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Cases that were routed before, and how often rules were wrong, read from the explanations. */
@Singleton
public class PastCases {

    private static final String SINCE = """
            select cast(json_build_object(
                'caseId', first.case_id, 'question', first.document->'question', 'endedWith', last.department) as text)
            from (
                select distinct on (case_id) case_id, explanation_id, document from explanation
                where decided_at >= cast(cast(:since as text) as timestamptz) and kind in ('AUTOMATIC', 'QUEUED')
                order by case_id, explanation_id) first
            left join lateral (
                select department from explanation
                where explanation.case_id = first.case_id and department is not null
                order by explanation_id desc limit 1) last on true
            order by first.explanation_id desc limit :most
            """;
    private static final String RECORDS = """
            select cast(row_to_json(r) as text) from (
                select rule_id as "ruleId", count(*) as dispatched, count(*) filter (where exists (
                    select 1 from explanation later
                    where later.case_id = e.case_id and later.round = e.round and later.explanation_id > e.explanation_id
                    and later.kind in ('QUEUED', 'TRANSFER'))) as "movedOn"
                from explanation e
                where decided_at >= cast(cast(:since as text) as timestamptz) and kind = 'AUTOMATIC' and rule_id is not null
                group by rule_id) r
            """;

    /**
     * How well a rule did.
     *
     * @param ruleId the rule
     * @param dispatched cases it sent to its unit
     * @param movedOn those the unit gave back or passed on
     */
    public record RuleRecord(String ruleId, int dispatched, int movedOn) {}

    /** Cases first routed since then, the newest first. */
    public Uni<List<PastCase>> since(Mutiny.StatelessSession session, Instant since, int most) {
        return session.createNativeQuery(SINCE, String.class)
                .setParameter("since", since.toString())
                .setParameter("most", most)
                .getResultList()
                .map(rows -> read(rows, PastCase.class));
    }

    /** Every rule that decided since then. */
    public Uni<List<RuleRecord>> records(Mutiny.StatelessSession session, Instant since) {
        return session.createNativeQuery(RECORDS, String.class)
                .setParameter("since", since.toString())
                .getResultList()
                .map(rows -> read(rows, RuleRecord.class));
    }

    private static <T> List<T> read(List<String> rows, Class<T> type) {
        return rows.stream().map(row -> read(row, type)).toList();
    }

    private static <T> T read(String row, Class<T> type) {
        try {
            return ContractJson.mapper().readValue(row, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

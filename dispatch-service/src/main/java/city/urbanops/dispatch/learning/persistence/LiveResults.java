package city.urbanops.dispatch.learning.persistence;

import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.dispatch.learning.domain.Watch;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What became of the cases a model answered: a case that was given to another unit later was wrong, one that was closed tells who was right. */
@Singleton
public class LiveResults {

    private static final String OF_UNITS = """
            select cast(row_to_json(r) as text) from (
                select confidence, automatic, not moved and truth = label as right
                from (
                    select e.explanation_id,
                        cast(e.document->'advice'->'candidates'->0->>'confidence' as double precision) as confidence,
                        e.document->'advice'->'candidates'->0->>'label' as label,
                        e.kind = 'AUTOMATIC' as automatic,
                        (select coalesce(split_part(t.delegated_by, ' ', 1), t.department) from task t where t.case_id = e.case_id and t.state = 'CLOSED'
                            order by t.ended_at desc limit 1) as truth,
                        exists (select 1 from explanation l
                            where l.case_id = e.case_id and l.explanation_id > e.explanation_id
                            and l.department <> e.document->'advice'->'candidates'->0->>'label') as moved
                    from explanation e
                    where e.model_version = :version and e.decided_at >= cast(cast(:since as text) as timestamptz)
                    and e.document->'advice'->'candidates'->0 is not null) answered
                where moved or truth is not null
                order by explanation_id) r
            """;

    /** A class is right when the case was filed under it and stayed with the unit it led to. */
    private static final String OF_CLASSES = """
            select cast(row_to_json(r) as text) from (
                select confidence, automatic, not moved and truth = class_code as right
                from (
                    select s.*,
                        (select t.class_code from task t where t.case_id = s.case_id and t.state = 'CLOSED'
                            order by t.ended_at desc limit 1) as truth,
                        (select count(distinct l.department) > 1 from explanation l where l.case_id = s.case_id) as moved
                    from class_suggestion s
                    where s.model_version = :version and s.class_code is not null
                    and s.suggested_at >= cast(cast(:since as text) as timestamptz)) answered
                where moved or truth is not null
                order by suggested_at) r
            """;

    /** Every answer of a version since then of which the outcome is known, in the order of the cases. */
    public Uni<List<Watch.Result>> of(Mutiny.StatelessSession session, Target target, String version, Instant since) {
        return session.createNativeQuery(target == Target.UNIT ? OF_UNITS : OF_CLASSES, String.class)
                .setParameter("version", version)
                .setParameter("since", since.toString())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Watch.Result.class))
                        .toList());
    }
}

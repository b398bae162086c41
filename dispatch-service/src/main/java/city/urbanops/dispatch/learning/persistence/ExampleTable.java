package city.urbanops.dispatch.learning.persistence;

import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.learning.domain.ImportedCase;
import city.urbanops.kit.persistence.JsonRows;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Closed cases to learn from. */
@Singleton
public class ExampleTable {

    private static final String IMPORT = """
            insert into learning_example
                (case_id, opened_at, class_code, condition_code, area_code, channel, text, unit, first_unit, source)
            select case_id, opened_at, class_code, '', area_code, channel, text, unit, unit, 'IMPORT'
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(
                case_id uuid, opened_at timestamptz, class_code text, area_code text, channel text, text text, unit text)
            on conflict (case_id) do nothing
            """;

    /**
     * The last task of a case knows its unit in the end, and by its ownership the first; a case closed again may have another. What a unit
     * delegated is labelled with that unit: it is whom the centre is right to choose.
     */
    private static final String GATHER = """
            insert into learning_example
                (case_id, opened_at, class_code, condition_code, area_code, channel, text, unit, first_unit, source)
            select c.case_id, f.filed_at, c.class_code, c.condition_code, c.area_code, c.channel, left(f.text, :longest),
                coalesce(split_part(c.delegated_by, ' ', 1), c.department),
                coalesce(c.first_department, c.department), 'DISPATCH'
            from (
                select distinct on (case_id) * from (
                    select * from task where state = 'CLOSED' order by ended_at desc limit :most) newest
                order by case_id, ended_at desc) c
            join filed_case f on f.case_id = c.case_id
            order by f.filed_at
            on conflict (case_id) do update set unit = excluded.unit, class_code = excluded.class_code
            where (learning_example.unit, learning_example.class_code)
                is distinct from (excluded.unit, excluded.class_code)
            """;

    private static final String NEWEST = """
            select cast(row_to_json(e) as text) from (
                select example_no, case_id, opened_at, class_code, condition_code, area_code, channel, text, unit
                from learning_example order by opened_at desc limit :most) e
            """;

    private static final String PRUNE = """
            delete from learning_example where opened_at < (
                select opened_at from learning_example order by opened_at desc offset :kept limit 1)
            """;

    /** Keeps them; a case that is there already stays as it is. */
    public Uni<Void> keep(Mutiny.StatelessSession session, List<ImportedCase> cases) {
        return cases.isEmpty()
                ? Uni.createFrom().voidItem()
                : session.createNativeQuery(IMPORT)
                        .setParameter("rows", JsonRows.write(cases))
                        .executeUpdate()
                        .replaceWithVoid();
    }

    /** Takes up the newest closed cases of our own, and the unit of those that were closed again; returns how many. */
    public Uni<Integer> gather(Mutiny.StatelessSession session, int most) {
        return session.createNativeQuery(GATHER)
                .setParameter("most", most)
                .setParameter("longest", Example.LONGEST_TEXT)
                .executeUpdate();
    }

    /** The newest by opening, in any order. */
    public Uni<List<Example>> newest(Mutiny.StatelessSession session, int most) {
        return session.createNativeQuery(NEWEST, String.class)
                .setParameter("most", most)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> JsonRows.read(row, Example.class))
                        .toList());
    }

    /** Forgets all but the newest. */
    public Uni<Integer> prune(Mutiny.StatelessSession session, int kept) {
        return session.createNativeQuery(PRUNE).setParameter("kept", kept).executeUpdate();
    }
}

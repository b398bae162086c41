package city.urbanops.kit.lamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.kit.lamp.Lamp.Colour;
import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.persistence.EntityTable;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.persistence.Column;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

/** Rows go to the database and come back as they were, in the session's own transaction. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "tally"))
class EntityTableIT {

    private static final EntityTable<Lamp> ROWS = EntityTable.of(Lamp.class);
    private static final Sql FIND = Sql.of("select %s from lamp l where lamp_id = any ($1) order by watts"
            .formatted(EntityColumns.of(Lamp.class, "l")));

    @Inject
    Transactions transactions;

    @Inject
    OwnContext contexts;

    @Test
    void reads_back_what_it_wrote() {
        // Given
        var dark = lamp(40);
        var lit = lamp(60);
        lit.colour = Colour.AMBER;
        lit.litAt = Instant.parse("2026-03-02T18:00:00.123456Z");
        lit.seal = new byte[] {1, 2, 3};

        // When
        write(session -> ROWS.insert(session, List.of(dark, lit)));

        // Then
        assertThat(stored(dark, lit)).usingRecursiveComparison().isEqualTo(List.of(dark, lit));
    }

    @Test
    void writes_changes_of_one_and_of_many_rows_and_leaves_what_never_changes() {
        // Given
        var one = lamp(40);
        var other = lamp(60);
        write(session -> ROWS.insert(session, List.of(one, other)));

        // When
        one.colour = Colour.AMBER;
        other.colour = Colour.AMBER;
        other.street = "another street";
        write(session -> ROWS.update(session, List.of(one, other)));
        one.version = 1;
        one.seal = new byte[] {7};
        write(session -> ROWS.update(session, List.of(one)));

        // Then
        assertThat(stored(one, other))
                .extracting(row -> row.colour, row -> row.street, row -> row.version)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Colour.AMBER, "Longcheng Road", 2),
                        org.assertj.core.groups.Tuple.tuple(Colour.AMBER, "Longcheng Road", 1));
    }

    @Test
    void refuses_to_write_a_row_that_changed_in_between() {
        // Given
        var lamp = lamp(40);
        write(session -> ROWS.insert(session, List.of(lamp)));
        write(session -> ROWS.update(session, List.of(lamp)));

        // When
        lamp.colour = Colour.AMBER;

        // Then
        assertThatThrownBy(() -> write(session -> ROWS.update(session, List.of(lamp))))
                .hasMessageContaining("0 of 1 rows");
        assertThat(stored(lamp)).extracting(row -> row.colour).containsExactly(Colour.WHITE);
    }

    @Test
    void does_things_together_or_not_at_all_and_says_what_failed_first() {
        // Given
        var lamp = lamp(40);
        var another = lamp(60);

        // Then
        assertThatThrownBy(() -> write(session -> Sql.together(List.of(
                        ROWS.insert(session, List.of(lamp)),
                        ROWS.insert(session, List.of(lamp)),
                        ROWS.insert(session, List.of(another))))))
                .hasMessageContaining("lamp_pkey");
        assertThat(stored(lamp, another)).isEmpty();
    }

    @Test
    void refuses_a_field_it_cannot_store() {
        assertThatThrownBy(() -> EntityTable.of(Odd.class)).hasMessageContaining("no conversion");
    }

    private static Lamp lamp(int watts) {
        var lamp = new Lamp();
        lamp.id = UUID.randomUUID();
        lamp.street = "Longcheng Road";
        lamp.watts = watts;
        return lamp;
    }

    private List<Lamp> stored(Lamp... lamps) {
        var ids = Stream.of(lamps).map(lamp -> lamp.id).toArray(UUID[]::new);
        return contexts.run(() -> transactions.read(session -> FIND.on(session, (Object) ids)))
                .map(ROWS::read)
                .await()
                .indefinitely();
    }

    private void write(Function<Mutiny.StatelessSession, Uni<Void>> work) {
        contexts.run(() -> transactions.write(work)).await().indefinitely();
    }

    @Table(name = "odd")
    static final class Odd {
        @Column(name = "lamp")
        Lamp lamp = new Lamp();
    }
}

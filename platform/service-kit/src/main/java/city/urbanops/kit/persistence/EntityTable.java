package city.urbanops.kit.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads and writes an entity by {@link Sql}, past Hibernate: the way of hot paths (ADR 0060). Knows {@link Table}, {@link Column},
 * {@link Id} and {@link Version} as Hibernate does, and nothing else: no association, no generated value.
 *
 * @param <E> an entity whose persistent fields all carry {@link Column} and have a type {@link EntityField} knows
 */
public final class EntityTable<E> {

    private final Constructor<E> constructor;
    private final List<EntityField> fields;
    private final List<EntityField> changing;
    private final Sql insert;
    private final Sql update;

    private EntityTable(Class<E> entity, Constructor<E> constructor, List<EntityField> fields) {
        this.constructor = constructor;
        this.fields = fields;
        // the key and, if there is one, the version come last: they say which row is meant
        var which = fields.stream()
                .filter(field -> field.is(Id.class) || field.is(Version.class))
                .toList();
        var values = fields.stream()
                .filter(Predicate.not(which::contains))
                .filter(EntityField::isUpdatable)
                .toList();
        this.changing = new ArrayList<>(values);
        changing.addAll(which);
        var table = entity.getAnnotation(Table.class).name();
        this.insert = Sql.of("insert into %s (%s) values (%s)"
                .formatted(
                        table,
                        fields.stream().map(EntityField::column).collect(Collectors.joining(", ")),
                        IntStream.rangeClosed(1, fields.size())
                                .mapToObj(place -> "$" + place)
                                .collect(Collectors.joining(", "))));
        this.update = Sql.of("update %s set %s where %s"
                .formatted(
                        table,
                        IntStream.range(0, changing.size())
                                .filter(place -> !changing.get(place).is(Id.class))
                                .mapToObj(place -> assignment(changing.get(place), place + 1))
                                .collect(Collectors.joining(", ")),
                        IntStream.range(values.size(), changing.size())
                                .mapToObj(place ->
                                        "%s = $%d".formatted(changing.get(place).column(), place + 1))
                                .collect(Collectors.joining(" and "))));
    }

    /** The table of an entity. @throws IllegalArgumentException if the class is not such an entity */
    public static <E> EntityTable<E> of(Class<E> entity) {
        try {
            Constructor<E> constructor = entity.getDeclaredConstructor();
            constructor.setAccessible(true);
            return new EntityTable<>(
                    entity,
                    constructor,
                    Arrays.stream(entity.getDeclaredFields())
                            .filter(field -> field.isAnnotationPresent(Column.class))
                            .map(EntityField::of)
                            .toList());
        } catch (NoSuchMethodException notAnEntity) {
            throw new IllegalArgumentException(entity + " has no constructor without parameters", notAnEntity);
        }
    }

    private static String assignment(EntityField field, int place) {
        return field.column() + " = $" + place + (field.is(Version.class) ? " + 1" : "");
    }

    /** Rows as entities, in their order; they begin with the columns of {@link EntityColumns}. */
    public List<E> read(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(this::read).toList();
    }

    /** Inserts all of them; an empty list does nothing. */
    public Uni<Void> insert(Mutiny.StatelessSession session, List<E> entities) {
        return insert.onEach(session, tuples(entities, fields)).replaceWithVoid();
    }

    /**
     * Writes all of them, which the caller has locked; an empty list does nothing.
     *
     * @return fails if a row is gone or has another version: then it was not locked
     */
    public Uni<Void> update(Mutiny.StatelessSession session, List<E> entities) {
        return update.onEach(session, tuples(entities, changing))
                .invoke(changed -> {
                    if (changed != entities.size()) {
                        throw new IllegalStateException(
                                "%d of %d rows were there to be changed".formatted(changed, entities.size()));
                    }
                })
                .replaceWithVoid();
    }

    private List<Tuple> tuples(List<E> entities, List<EntityField> places) {
        return entities.stream()
                .map(entity -> Tuple.wrap(
                        places.stream().map(field -> field.read(entity)).toArray()))
                .toList();
    }

    private E read(Row row) {
        try {
            E entity = constructor.newInstance();
            for (int place = 0; place < fields.size(); place++) {
                fields.get(place).write(entity, row.getValue(place));
            }
            return entity;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package city.urbanops.kit.persistence;

import jakarta.persistence.Column;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The columns of an entity, for native queries that return it. Never {@code *}: Hibernate Reactive fails on a column the entity does
 * not know, so the first migration that adds one would stop the version before it, and migrations expand first (DESIGN §7).
 */
public final class EntityColumns {

    private EntityColumns() {}

    /**
     * The entity's columns in the order of its fields, as a select list.
     *
     * @param entity a class all of whose persistent fields carry {@link Column} with a name
     * @param alias the table or alias they are selected from
     */
    public static String of(Class<?> entity, String alias) {
        return Arrays.stream(entity.getDeclaredFields())
                .map(field -> field.getAnnotation(Column.class))
                .filter(Objects::nonNull)
                .map(column -> alias + "." + column.name())
                .collect(Collectors.joining(", "));
    }
}

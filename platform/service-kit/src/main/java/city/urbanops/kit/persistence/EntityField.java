package city.urbanops.kit.persistence;

import io.vertx.core.buffer.Buffer;
import jakarta.persistence.Column;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A persistent field of an entity, and how its values go to the driver and come back. */
final class EntityField {

    private final Field field;
    private final Column column;
    private final UnaryOperator<Object> toDriver;
    private final UnaryOperator<Object> fromDriver;

    private EntityField(Field field, UnaryOperator<Object> toDriver, UnaryOperator<Object> fromDriver) {
        this.field = field;
        this.column = field.getAnnotation(Column.class);
        this.toDriver = toDriver;
        this.fromDriver = fromDriver;
        field.setAccessible(true);
    }

    /** @throws IllegalArgumentException if the field has a type not known here */
    static EntityField of(Field field) {
        Class<?> type = field.getType();
        if (type == Instant.class) {
            return new EntityField(
                    field, value -> ((Instant) value).atOffset(ZoneOffset.UTC), value -> ((OffsetDateTime) value)
                            .toInstant());
        }
        if (type == byte[].class) {
            return new EntityField(field, value -> Buffer.buffer((byte[]) value), value -> ((Buffer) value).getBytes());
        }
        if (type.isEnum()) {
            return new EntityField(field, value -> ((Enum<?>) value).name(), value -> constant(type, value));
        }
        if (type.isPrimitive() || type.getName().startsWith("java.")) {
            // the driver has the same type; if it has not, the first row says so
            return new EntityField(field, UnaryOperator.identity(), UnaryOperator.identity());
        }
        throw new IllegalArgumentException("no conversion for " + field);
    }

    private static Object constant(Class<?> type, Object name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + type.getSimpleName() + " is " + name));
    }

    String column() {
        return column.name();
    }

    boolean isUpdatable() {
        return column.updatable();
    }

    boolean is(Class<? extends Annotation> kind) {
        return field.isAnnotationPresent(kind);
    }

    /** The field's value as the driver takes it. */
    @Nullable
    Object read(Object entity) {
        try {
            Object value = field.get(entity);
            return value == null ? null : toDriver.apply(value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Sets the field to what the driver gave. */
    void write(Object entity, @Nullable Object value) {
        try {
            if (value != null) {
                field.set(entity, fromDriver.apply(value));
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package city.urbanops.expressions;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a variable or a result can be. */
public enum ValueType {

    /** {@code Boolean}. */
    BOOLEAN(SimpleType.BOOL, Boolean.class),

    /** {@code Integer} or {@code Long} in, {@code Long} out; does not mix with {@link #NUMBER} in arithmetic, only in comparisons. */
    INTEGER(SimpleType.INT, Long.class),

    /** Any {@code Number} in, a finite {@code Double} out. */
    NUMBER(SimpleType.DOUBLE, Double.class),

    /** {@code String}, or an enum constant by its name. */
    TEXT(SimpleType.STRING, String.class),

    /** A collection of texts in, a {@code List<String>} out. */
    TEXTS(ListType.create(SimpleType.STRING), List.class),

    /** Numbers by name. That a name exists is known only when the expression runs: {@code 'x' in numbers}. */
    NUMBERS(MapType.create(SimpleType.STRING, SimpleType.DOUBLE), Map.class),

    /** {@code java.time.Instant}. */
    INSTANT(SimpleType.TIMESTAMP, Instant.class),

    /** {@code java.time.Duration}. */
    DURATION(SimpleType.DURATION, Duration.class);

    private final CelType type;
    private final Class<?> javaType;

    ValueType(CelType type, Class<?> javaType) {
        this.type = type;
        this.javaType = javaType;
    }

    CelType always() {
        return type;
    }

    /** The type of a variable that may be null. */
    CelType orNull() {
        return NullableType.create(type);
    }

    boolean isInstance(Object result) {
        return javaType.isInstance(result);
    }

    /** The value as CEL takes it; a value of another type is passed on and fails where it is used. */
    Object toCel(@Nullable Object value) {
        if (value == null) {
            return NullValue.NULL_VALUE;
        }
        return switch (this) {
            case INTEGER -> value instanceof Number number ? (Object) number.longValue() : value;
            case NUMBER -> number(value);
            case TEXT -> text(value);
            case TEXTS ->
                value instanceof Collection<?> items
                        ? items.stream().map(ValueType::text).toList()
                        : value;
            case NUMBERS -> value instanceof Map<?, ?> map ? numbers(map) : value;
            case BOOLEAN, INSTANT, DURATION -> value;
        };
    }

    private static Object number(Object value) {
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private static Object text(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static Map<?, ?> numbers(Map<?, ?> map) {
        return map.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> number(entry.getValue())));
    }
}

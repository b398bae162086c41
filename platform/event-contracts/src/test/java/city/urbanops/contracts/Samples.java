package city.urbanops.contracts;

import city.urbanops.contracts.cases.CaseContext;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One full and one minimal example of every event record, made from its components so that no new one can be forgotten. */
final class Samples {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final UUID CASE_ID = UUID.fromString("0195550a-0000-7000-8000-000000000001");
    private static final UUID OTHER_ID = UUID.fromString("0195550a-0000-7000-8000-000000000002");

    private Samples() {}

    static <T> T full(EventType<T> type) {
        return make(type.payload(), true);
    }

    static <T> T minimal(EventType<T> type) {
        return make(type.payload(), false);
    }

    private static <T> T make(Class<T> record, boolean full) {
        var components = record.getRecordComponents();
        var arguments = Arrays.stream(components).map(c -> value(c, full)).toArray();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static @Nullable Object value(RecordComponent component, boolean full) {
        var type = component.getType();
        if (!full && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return null;
        }
        if (type == CaseContext.class) {
            return full
                    ? new CaseContext(
                            CASE_ID,
                            OTHER_ID,
                            2,
                            "E0304",
                            "450202001001001",
                            "HOTLINE_12345",
                            "urban-enforcement",
                            "agent")
                    : new CaseContext(CASE_ID, null, 1, "P0101", "450202", "OPEN311", null, "system");
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isRecord()) {
            return make(type, full);
        }
        if (type == String.class) {
            return component.getName();
        }
        if (type == Instant.class) {
            return NOON;
        }
        if (type == UUID.class) {
            return OTHER_ID;
        }
        if (type == BigDecimal.class) {
            return new BigDecimal("91.784");
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == boolean.class || type == Boolean.class) {
            return full;
        }
        if (type == long.class) {
            return 1L;
        }
        if (type == double.class || type == Double.class) {
            return 24.25;
        }
        if (type == List.class) {
            return full ? List.of(element(component)) : List.of();
        }
        if (type == Map.class) {
            return full ? Map.of(component.getName(), "sample") : Map.of();
        }
        throw new AssertionError("no sample for " + component);
    }

    private static Object element(RecordComponent component) {
        var type = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
        return type instanceof Class<?> record && record.isRecord() ? make(record, true) : component.getName();
    }
}

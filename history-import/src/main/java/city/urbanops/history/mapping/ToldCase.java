package city.urbanops.history.mapping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A case as {@code POST /api/v1/imports} takes it; components are named like its fields. */
public record ToldCase(
        String sourceId,
        String channel,
        String text,
        String classCode,
        String areaCode,
        @Nullable String department,
        @Nullable String address,
        Mapping.@Nullable Point location,
        String phase,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant dueAt,
        @Nullable Instant handedBackAt,
        @Nullable Instant closedAt,
        @Nullable String originalClass,
        @Nullable String originalArea,
        @Nullable String originalUnit,
        @Nullable List<String> oddities) {}

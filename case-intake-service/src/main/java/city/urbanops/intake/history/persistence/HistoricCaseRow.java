package city.urbanops.intake.history.persistence;

import city.urbanops.intake.casefile.domain.ClosureKind;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.history.application.HistoricCases.Prepared;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code case_file}. */
record HistoricCaseRow(
        UUID caseId,
        String caseNumber,
        String phase,
        int round,
        String channel,
        String classCode,
        String text,
        boolean urgent,
        String areaCode,
        String districtCode,
        @Nullable Double lng,
        @Nullable Double lat,
        @Nullable String address,
        Instant occurredAt,
        Instant reportedAt,
        @Nullable Instant filedAt,
        @Nullable Instant closedAt,
        @Nullable String closureKind,
        @Nullable String department,
        @Nullable Instant dueAt,
        int reworkCount,
        int revisitedRound,
        String publisher,
        String sourceNo,
        int journalLength,
        String journalSeal,
        String sourceSystem,
        Imported imported) {

    static HistoricCaseRow of(Prepared prepared) {
        var file = prepared.file();
        var times = file.times();
        var point = file.point();
        var isClosed = file.phase() == Phase.CLOSED && times.closedAt() != null;
        return new HistoricCaseRow(
                prepared.caseId(),
                prepared.number(),
                file.phase().name(),
                1,
                file.channel().name(),
                file.classCode(),
                file.text(),
                false,
                file.areaCode(),
                file.district(),
                point == null ? null : point.lng(),
                point == null ? null : point.lat(),
                file.address(),
                times.reportedAt(),
                times.reportedAt(),
                times.filedAt(),
                times.closedAt(),
                isClosed ? ClosureKind.NORMAL.name() : null,
                file.department(),
                times.dueAt(),
                0,
                0,
                prepared.entry().step().actor(),
                file.sourceId(),
                prepared.entry().sequence(),
                "\\x" + prepared.entry().seal(), // how bytea reads hexadecimal digits
                prepared.sourceSystem(),
                Imported.of(prepared));
    }

    /** What has no column of its own, as one of JSON. */
    @JsonNaming(PropertyNamingStrategies.LowerCamelCaseStrategy.class)
    record Imported(
            String digest,
            @Nullable Instant dispatchedAt,
            @Nullable Instant handedBackAt,
            @Nullable Instant asOf,
            @Nullable String originalClass,
            @Nullable String originalArea,
            @Nullable String originalUnit,
            @Nullable List<String> oddities) {

        static Imported of(Prepared prepared) {
            var file = prepared.file();
            var times = file.times();
            var original = file.original();
            return new Imported(
                    prepared.digest(),
                    times.dispatchedAt(),
                    times.handedBackAt(),
                    times.asOf(),
                    original.classCode(),
                    original.area(),
                    original.unit(),
                    file.oddities().isEmpty() ? null : file.oddities());
        }
    }
}

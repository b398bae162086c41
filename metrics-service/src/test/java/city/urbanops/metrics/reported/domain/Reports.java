package city.urbanops.metrics.reported.domain;

import city.urbanops.metrics.reported.domain.Entry.Decision;
import city.urbanops.metrics.reported.domain.Entry.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports, the later made the later entered. */
public final class Reports {

    private static final Instant NOON = Instant.parse("2023-12-31T04:00:00Z");

    private Reports() {}

    public static Report count(String unit, String period, String number) {
        return ratio(unit, period, number, null, null);
    }

    public static Report ratio(
            String unit, String period, String numerator, @Nullable String denominator, @Nullable String excluded) {
        return new Report(
                UUID.randomUUID(),
                "any",
                1,
                unit,
                period,
                new BigDecimal(numerator),
                denominator == null ? null : new BigDecimal(denominator),
                excluded == null ? null : new BigDecimal(excluded),
                null,
                null,
                false,
                NOON,
                "lead");
    }

    static Report correction(Report of) {
        return new Report(
                UUID.randomUUID(),
                of.indicator(),
                of.version(),
                of.unit(),
                of.period(),
                of.numerator(),
                of.denominator(),
                of.excluded(),
                of.note(),
                of.evidence(),
                true,
                of.enteredAt(),
                of.enteredBy());
    }

    static Entry pending(Report report) {
        return Entry.of(report, null);
    }

    static Entry decided(Report report, boolean confirmed) {
        return Entry.of(report, new Decision(report.entryId(), confirmed, "seen", NOON, "assessor"));
    }
}

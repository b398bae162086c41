package city.urbanops.metrics.api;

import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.application.CaseQuery;
import city.urbanops.metrics.application.CaseQuery.After;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Ratio;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which of a figure's cases a client wants. */
public class CaseParameters {

    @RestQuery
    @Nullable
    String side;

    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String department;

    @RestQuery
    @Nullable
    String district;

    @RestQuery
    @Nullable
    String classCode;

    @RestQuery
    @Nullable
    String channel;

    /** Checked like those of the figures themselves; a limit on the caller goes before what the client asks for. */
    CaseQuery query(Ratio ratio, Scope scope, PageRequest page, Clock clock) {
        var period = new ClosureParameters(clock.getZone(), clock.instant()).period(from, to, scope);
        return new CaseQuery(
                wanted(ratio),
                missing() ? Optional.of(ratio.part()) : Optional.empty(),
                period.from(),
                period.to(),
                QueryChecks.department(scope, Optional.ofNullable(department)),
                QueryChecks.area(scope, Optional.ofNullable(district)),
                Optional.ofNullable(classCode),
                Optional.ofNullable(channel),
                page.after()
                        .map(cursor ->
                                after(cursor.parts().get(0), cursor.parts().get(1))),
                page.limit() + 1);
    }

    private CaseSet wanted(Ratio ratio) {
        if (side == null || side.equals("part")) {
            return ratio.part();
        }
        if ((side.equals("base") || missing()) && ratio.base() != null) {
            return Objects.requireNonNull(ratio.base());
        }
        throw QueryChecks.invalid("side", ratio.base() == null ? "must be part" : "must be part, base or missing");
    }

    private boolean missing() {
        return "missing".equals(side);
    }

    private static After after(String day, String caseId) {
        try {
            return new After(LocalDate.parse(day), UUID.fromString(caseId));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw QueryChecks.invalid("cursor", "is not a cursor of this list");
        }
    }
}

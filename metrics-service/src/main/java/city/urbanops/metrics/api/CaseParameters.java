package city.urbanops.metrics.api;

import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.application.CaseQuery;
import city.urbanops.metrics.domain.Ratio;
import java.time.Clock;
import java.util.Optional;
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
        var unit = QueryChecks.department(scope, Optional.ofNullable(department));
        var wanted = wanted(ratio);
        return new CaseQuery(
                wanted.in(),
                wanted.notIn(),
                period.from(),
                period.to(),
                unit,
                QueryChecks.area(scope, Optional.ofNullable(district)),
                Optional.ofNullable(classCode),
                Optional.ofNullable(channel),
                CasePage.after(page),
                page.limit() + 1);
    }

    private CaseSide wanted(Ratio ratio) {
        return CaseSide.of(ratio, side)
                .orElseThrow(() -> QueryChecks.invalid(
                        "side", ratio.base() == null ? "must be part" : "must be part, base or missing"));
    }
}

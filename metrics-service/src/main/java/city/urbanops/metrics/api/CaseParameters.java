package city.urbanops.metrics.api;

import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
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
        if (scope.department().isPresent()
                && department != null
                && !scope.department().get().equals(department)) {
            throw new ProblemException(Problem.forbidden("You see the cases of your own department only."));
        }
        return new CaseQuery(
                wanted(ratio),
                missing() ? Optional.of(ratio.part()) : Optional.empty(),
                period.from(),
                period.to(),
                scope.department().or(() -> Optional.ofNullable(department)),
                area(scope),
                Optional.ofNullable(classCode),
                Optional.ofNullable(channel),
                page.after()
                        .map(cursor ->
                                after(cursor.parts().get(0), cursor.parts().get(1))),
                page.limit() + 1);
    }

    private Optional<String> area(Scope scope) {
        var asked = Optional.ofNullable(district);
        var allowed = scope.area();
        if (asked.isPresent() && allowed.isPresent() && !asked.get().startsWith(allowed.get())) {
            throw new ProblemException(Problem.forbidden("You see the cases of your own area only."));
        }
        return asked.or(() -> allowed);
    }

    private CaseSet wanted(Ratio ratio) {
        if (side == null || side.equals("part")) {
            return ratio.part();
        }
        if ((side.equals("base") || missing()) && ratio.base() != null) {
            return Objects.requireNonNull(ratio.base());
        }
        throw invalid("side", ratio.base() == null ? "must be part" : "must be part, base or missing");
    }

    private boolean missing() {
        return "missing".equals(side);
    }

    private static After after(String day, String caseId) {
        try {
            return new After(LocalDate.parse(day), UUID.fromString(caseId));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw invalid("cursor", "is not a cursor of this list");
        }
    }

    private static ProblemException invalid(String field, String message) {
        return new ProblemException(Problem.invalid(field, message));
    }
}

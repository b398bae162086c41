package city.urbanops.metrics.forecast.api;

import city.urbanops.kit.security.Scope;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.forecast.domain.Finding.Subject;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which cases a client asks about. */
public class SubjectParameters {

    @Parameter(description = "a class, for example E0304")
    @QueryParam("class")
    @Nullable
    String classCode;

    @Parameter(description = "a unit")
    @QueryParam("unit")
    @Nullable
    String unit;

    @Parameter(description = "a district, six digits")
    @QueryParam("district")
    @Nullable
    String district;

    @Parameter(description = "a smallest area, or the beginning of its code")
    @QueryParam("grid")
    @Nullable
    String grid;

    /** Narrowed to what the caller may see. */
    Subject subject(Scope scope) {
        if (district != null && grid != null && !grid.startsWith(district)) {
            throw QueryChecks.invalid("grid", "does not lie in this district");
        }
        var area = grid == null ? Parameters.area("district", district, scope) : Parameters.area("grid", grid, scope);
        return new Subject(
                Parameters.unit(unit, scope).orElse(null),
                Parameters.code("class", classCode).orElse(null),
                area.orElse(null));
    }
}

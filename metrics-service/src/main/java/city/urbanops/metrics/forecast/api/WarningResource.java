package city.urbanops.metrics.forecast.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.api.FigureReaders;
import city.urbanops.metrics.api.QueryChecks;
import city.urbanops.metrics.forecast.application.CityDays;
import city.urbanops.metrics.forecast.application.WarningList;
import city.urbanops.metrics.forecast.application.WatchCity;
import city.urbanops.metrics.forecast.domain.Finding;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The one list of warnings. A lead sees those about the own unit, an account limited to an area those about places in it. */
@Path("/api/v1/metrics/warnings")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(FigureReaders.READ_FIGURES)
public class WarningResource {

    private static final int MOST = 1000;
    private static final int USUAL = 200;

    private final WatchCity watch;
    private final CityDays days;
    private final CurrentCaller caller;

    WarningResource(WatchCity watch, CityDays days, CurrentCaller caller) {
        this.watch = watch;
        this.days = days;
        this.caller = caller;
    }

    /** By kind, then the oldest first; of those that are over the latest first. */
    @GET
    @Operation(
            summary = "Warnings that stand: units about to miss deadlines, days out of the ordinary, repeated places")
    public Uni<Warnings> warnings(
            @Parameter(description = "AT_RISK, ANOMALY or HOTSPOT") @RestQuery @Nullable String kind,
            @RestQuery @Nullable String unit,
            @Parameter(description = "an area, or the beginning of its code") @RestQuery @Nullable String area,
            @Parameter(description = "standing (default) or cleared") @RestQuery @Nullable String state,
            @Parameter(description = "1 to 1000, default 200") @RestQuery @Nullable String limit) {
        var scope = caller.get().scope(Roles.CENTRAL);
        var query = new WarningList.Query(
                kind(kind),
                Parameters.unit(unit, scope),
                Parameters.area("area", area, scope),
                cleared(state),
                Parameters.number("limit", limit, USUAL, 1, MOST));
        return watch.warnings(query)
                .map(list -> new Warnings(
                        list.stream().map(Warning::of).toList(), days.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    private static Optional<Finding.Kind> kind(@Nullable String asked) {
        if (asked == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(Finding.Kind.values())
                .filter(kind -> kind.name().equals(asked))
                .findFirst()
                .orElseThrow(() -> QueryChecks.invalid("kind", "must be AT_RISK, ANOMALY or HOTSPOT")));
    }

    private static boolean cleared(@Nullable String state) {
        if (state == null || state.equals("standing")) {
            return false;
        }
        if (state.equals("cleared")) {
            return true;
        }
        throw QueryChecks.invalid("state", "must be standing or cleared");
    }

    /** The list. */
    public record Warnings(List<Warning> items, Instant asOf) {}

    /**
     * One warning.
     *
     * @param kind AT_RISK, ANOMALY or HOTSPOT
     * @param subject what it is about; what is null means all
     * @param since when it was raised
     * @param seenAt when it was last found to be so
     * @param clearedAt null while it stands
     * @param value what is: tasks due, cases of a day, cases of a window
     * @param expected what should be; of tasks due, how many are expected to be late
     * @param explanation all of it in a sentence
     * @param explanationZh the same in Chinese
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Warning(
            UUID warningId,
            Finding.Kind kind,
            Finding.Subject subject,
            Instant since,
            Instant seenAt,
            @Nullable Instant clearedAt,
            double value,
            double expected,
            String explanation,
            String explanationZh) {

        static Warning of(WarningList.Listed listed) {
            var finding = listed.finding();
            return new Warning(
                    listed.warningId(),
                    finding.kind(),
                    finding.subject(),
                    listed.raisedAt(),
                    listed.seenAt(),
                    listed.clearedAt(),
                    Rounded.two(finding.value()),
                    Rounded.two(finding.expected()),
                    finding.text().english(),
                    finding.text().chinese());
        }
    }
}

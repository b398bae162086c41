package city.urbanops.metrics.assessment.api;

import city.urbanops.contracts.Roles;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.metrics.assessment.application.EnterFigures;
import city.urbanops.metrics.assessment.application.PublishPeriod;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What an assessor does with a period: enters figures, adjusts, publishes. */
@Path("/api/v1/assessments/{scheme}/{period}")
@RolesAllowed({Roles.ASSESSOR, Roles.ADMIN, Roles.DRIVER})
public class PeriodActionResource {

    private final EnterFigures enter;
    private final PublishPeriod publish;
    private final Commands commands;
    private final CurrentCaller caller;

    PeriodActionResource(EnterFigures enter, PublishPeriod publish, Commands commands, CurrentCaller caller) {
        this.enter = enter;
        this.publish = publish;
        this.commands = commands;
        this.caller = caller;
    }

    /** One figure of one unit. */
    public record FigureRequest(
            @NotBlank @Size(max = 100) String unit,
            @NotBlank @Size(max = 100) String input,
            @NotNull Double value,
            @Size(max = 2000) @Nullable String note) {}

    /** Points a meeting decided; {@code part} absent for the total. */
    public record AdjustmentRequest(
            @NotBlank @Size(max = 100) String unit,
            @Size(max = 100) @Nullable String part,

            @NotNull @DecimalMin("-1000") @DecimalMax("1000")
            BigDecimal points,

            @NotBlank @Size(max = 2000) String reason) {}

    @POST
    @Path("inputs")
    public Uni<Response> input(
            @RestPath String scheme, @RestPath String period, @NotNull @Valid FigureRequest request) {
        var asked = Parameters.period(period);
        var account = caller.get().account();
        return commands.run(
                request,
                session -> enter.enter(
                        session,
                        scheme,
                        asked,
                        request.unit(),
                        request.input(),
                        request.value(),
                        request.note(),
                        account));
    }

    @POST
    @Path("adjustments")
    public Uni<Response> adjust(
            @RestPath String scheme, @RestPath String period, @NotNull @Valid AdjustmentRequest request) {
        var asked = Parameters.period(period);
        var account = caller.get().account();
        return commands.run(
                request,
                session -> enter.adjust(
                        session,
                        scheme,
                        asked,
                        request.unit(),
                        request.part(),
                        request.points(),
                        request.reason(),
                        account));
    }

    /** Freezes and publishes the period; a second time only if something changed since, as the next revision. */
    @POST
    @Path("actions/publish")
    public Uni<Response> publish(@RestPath String scheme, @RestPath String period) {
        var asked = Parameters.period(period);
        var account = caller.get().account();
        return commands.run(Map.of(), session -> publish.publish(session, scheme, asked, account));
    }
}

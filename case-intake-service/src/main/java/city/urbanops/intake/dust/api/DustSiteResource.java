package city.urbanops.intake.dust.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.dust.application.RegisterDustSites;
import city.urbanops.intake.dust.application.SiteCommand;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.transaction.Transactions;
import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The register of sites with dust monitors. */
@Path("/api/v1/dust/sites")
public class DustSiteResource {

    private static final int DEFAULT_CYCLE_SECONDS = 60;

    private final RegisterDustSites register;
    private final Commands commands;
    private final Transactions transactions;

    DustSiteResource(RegisterDustSites register, Commands commands, Transactions transactions) {
        this.register = register;
        this.commands = commands;
        this.transactions = transactions;
    }

    /** All sites, ordered by id. */
    @GET
    @RolesAllowed({
        Roles.HOTLINE_AGENT,
        Roles.SHIFT_LEADER,
        Roles.DISPATCHER,
        Roles.CHECKER,
        Roles.ASSESSOR,
        Roles.SYSTEM_PUBLISHER,
        Roles.ADMIN,
        Roles.DRIVER
    })
    public Uni<JsonNode> all() {
        return transactions.read(register::all);
    }

    /** Registers a site, in place of what was known of it; readings of its monitors count from now on. */
    @PUT
    @Path("{siteId}")
    @RolesAllowed({Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> put(
            @Pattern(
                            regexp = "[A-Za-z0-9._-]{1,60}",
                            message = "must be 1 to 60 letters, digits, dots, hyphens or underscores")
                    String siteId,
            @NotNull(message = "is required") @Valid DustSiteRequest request) {
        var command = new SiteCommand(
                siteId,
                request.role() == DustSiteRequest.Role.BACKGROUND,
                request.name(),
                request.location().lng(),
                request.location().lat(),
                request.permitNo(),
                request.builder(),
                !Boolean.FALSE.equals(request.active()),
                request.devices().stream()
                        .map(device -> new SiteCommand.Monitor(
                                device.deviceId(),
                                device.cycleSeconds() == null ? DEFAULT_CYCLE_SECONDS : device.cycleSeconds()))
                        .toList());
        return commands.run(request, session -> register.put(session, command).map(Outcome::ok));
    }
}

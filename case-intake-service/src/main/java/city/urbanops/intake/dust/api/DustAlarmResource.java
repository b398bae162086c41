package city.urbanops.intake.dust.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.dust.application.AnswerDustAlarm;
import city.urbanops.intake.dust.application.DustQueries;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.CurrentCaller;
import city.urbanops.kit.transaction.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the dust rule has said, and the sites' answers. */
@Path("/api/v1/dust/alarms")
public class DustAlarmResource {

    private final DustQueries queries;
    private final AnswerDustAlarm answers;
    private final Commands commands;
    private final Transactions transactions;
    private final CurrentCaller caller;

    DustAlarmResource(
            DustQueries queries,
            AnswerDustAlarm answers,
            Commands commands,
            Transactions transactions,
            CurrentCaller caller) {
        this.queries = queries;
        this.answers = answers;
        this.commands = commands;
        this.transactions = transactions;
        this.caller = caller;
    }

    /** Warnings, alarms, escalations, suppressions and all-clears with their evidence, newest window first. */
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
    public Uni<Page<DustQueries.Alarm>> alarms(
            @QueryParam("siteId") @Nullable String siteId,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        var page = PageRequest.of(limit, cursor, 2);
        return transactions.read(session -> queries.alarms(session, siteId, page));
    }

    /** The site has seen an alarm and acts on it: wanted within an hour, else the lead of the responsible unit is told. */
    @POST
    @Path("{alarmId}/acknowledge")
    @RolesAllowed({Roles.SYSTEM_PUBLISHER, Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> acknowledge(UUID alarmId, @Nullable @Valid Acknowledgement request) {
        var body = Objects.requireNonNullElse(request, Acknowledgement.EMPTY);
        var who = caller.get().account();
        return commands.run(body, session -> answers.acknowledge(session, alarmId, who, body.note())
                .map(Outcome::ok));
    }

    /**
     * An answer.
     *
     * @param note what the site does about it
     */
    public record Acknowledgement(
            @Nullable @Size(max = 500, message = "must have at most 500 characters")
            String note) {

        static final Acknowledgement EMPTY = new Acknowledgement(null);
    }
}

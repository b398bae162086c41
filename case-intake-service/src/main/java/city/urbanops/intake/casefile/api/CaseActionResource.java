package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.ActOnCase;
import city.urbanops.intake.casefile.application.FilingConfig;
import city.urbanops.intake.casefile.domain.CaseCommand;
import city.urbanops.intake.casefile.domain.CaseCommand.FailCheck;
import city.urbanops.intake.casefile.domain.CaseCommand.FileCase;
import city.urbanops.intake.casefile.domain.CaseCommand.PassCheck;
import city.urbanops.intake.casefile.domain.CaseCommand.Reopen;
import city.urbanops.intake.casefile.domain.CaseCommand.Verify;
import city.urbanops.intake.casefile.domain.CaseCommand.VoidCase;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.FilingRow;
import city.urbanops.intake.casefile.domain.Finding;
import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Supervision steps on a case; each answers with the case as it then is. */
@Path("/api/v1/cases/{caseId}/actions")
public class CaseActionResource {

    /** A patrol has no department: for these steps it sees the city like the central roles. */
    private static final Set<String> SUPERVISORS =
            Stream.concat(Roles.CENTRAL.stream(), Stream.of(Roles.PATROL)).collect(Collectors.toUnmodifiableSet());

    private final ActOnCase actOnCase;
    private final TaxonomyInForce taxonomy;
    private final FilingConfig filing;
    private final Commands commands;
    private final CurrentCaller caller;

    CaseActionResource(
            ActOnCase actOnCase,
            TaxonomyInForce taxonomy,
            FilingConfig filing,
            Commands commands,
            CurrentCaller caller) {
        this.actOnCase = actOnCase;
        this.taxonomy = taxonomy;
        this.filing = filing;
        this.commands = commands;
        this.caller = caller;
    }

    /** A patrol reports what it found on site. */
    @POST
    @Path("verify")
    @RolesAllowed({Roles.PATROL, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> verify(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return act(
                caseId,
                request,
                (file, body) -> new Verify(
                        body.result() == null ? Finding.EXISTS : body.result(),
                        taxonomy.get()
                                .row(file.classCode(), file.conditionCode())
                                .orElse(null),
                        body.words()));
    }

    /** Files the case under a class and one of its filing conditions. */
    @POST
    @Path("file")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> file(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return act(caseId, request, (file, body) -> new FileCase(row(file, body), body.words()));
    }

    /** Declares the case not fit for filing; an opinion is mandatory. */
    @POST
    @Path("void")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> voidCase(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return act(caseId, request, (file, body) -> new VoidCase(body.requiredWords()));
    }

    /** The check after handling passed: closes the case. */
    @POST
    @Path("check-passed")
    @RolesAllowed({Roles.CHECKER, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> checkPassed(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return act(caseId, request, (file, body) -> new PassCheck(body.words()));
    }

    /** The check after handling failed: back to the unit; an opinion is mandatory. */
    @POST
    @Path("check-failed")
    @RolesAllowed({Roles.CHECKER, Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> checkFailed(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return act(caseId, request, (file, body) -> new FailCheck(body.requiredWords()));
    }

    /** Opens a closed case again, to be dispatched anew. */
    @POST
    @Path("reopen")
    @RolesAllowed({Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER})
    public Uni<Response> reopen(UUID caseId, @Nullable @Valid CaseActionRequest request) {
        return act(caseId, request, (file, body) -> new Reopen(row(file, body), filing.reopenWindow(), body.words()));
    }

    private Uni<Response> act(UUID caseId, @Nullable CaseActionRequest request, CommandOf command) {
        var body = Objects.requireNonNullElse(request, CaseActionRequest.EMPTY);
        var who = caller.get();
        Function<CaseFile, CaseCommand> ofCase = file -> command.make(file, body);
        return commands.run(body, session -> actOnCase
                .act(session, caseId, who.scope(SUPERVISORS), who.account(), ofCase)
                .map(file -> Outcome.ok(CaseView.of(file))));
    }

    private FilingRow row(CaseFile file, CaseActionRequest body) {
        var classCode = body.classCode() == null ? file.classCode() : body.classCode();
        var inForce = taxonomy.get();
        if (!inForce.hasClass(classCode)) {
            throw new ProblemException(Problem.unprocessable("classCode", "is not a class of this city's taxonomy"));
        }
        return inForce.row(classCode, body.conditionCode())
                .orElseThrow(() -> new ProblemException(
                        Problem.unprocessable("conditionCode", "is not a filing condition of class " + classCode)));
    }

    private interface CommandOf {
        CaseCommand make(CaseFile file, CaseActionRequest body);
    }
}

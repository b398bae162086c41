package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.Roles;
import city.urbanops.intake.casefile.application.ActOnCase;
import city.urbanops.intake.casefile.application.StepRequest;
import city.urbanops.intake.casefile.domain.CaseCommand;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.FilingRow;
import city.urbanops.intake.media.application.AttachPhotos;
import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import city.urbanops.kit.http.Commands;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What all supervision steps over HTTP have in common: one request, one command, the case as it then is. */
@RequestScoped
class SupervisionSteps {

    /** A patrol has no department: for these steps it sees the city like the central roles. */
    private static final Set<String> SUPERVISORS =
            Stream.concat(Roles.CENTRAL.stream(), Stream.of(Roles.PATROL)).collect(Collectors.toUnmodifiableSet());

    private static final Set<String> LEADERS = Set.of(Roles.SHIFT_LEADER, Roles.ADMIN, Roles.DRIVER);

    private final ActOnCase actOnCase;
    private final TaxonomyInForce taxonomy;
    private final AttachPhotos attachPhotos;
    private final Commands commands;
    private final CurrentCaller caller;

    SupervisionSteps(
            ActOnCase actOnCase,
            TaxonomyInForce taxonomy,
            AttachPhotos attachPhotos,
            Commands commands,
            CurrentCaller caller) {
        this.actOnCase = actOnCase;
        this.taxonomy = taxonomy;
        this.attachPhotos = attachPhotos;
        this.commands = commands;
        this.caller = caller;
    }

    /** Runs the command that case and body make. */
    Uni<Response> act(UUID caseId, @Nullable CaseActionRequest request, CommandOf command) {
        return run(caseId, request, (session, step, body) -> {
            Function<CaseFile, CaseCommand> ofCase = file -> command.make(file, body);
            return actOnCase.act(session, step, ofCase);
        });
    }

    /** Runs a step that needs more than its own case. */
    Uni<Response> run(UUID caseId, @Nullable CaseActionRequest request, Work work) {
        var body = Objects.requireNonNullElse(request, CaseActionRequest.EMPTY);
        var who = caller.get();
        var step = new StepRequest(caseId, who.scope(SUPERVISORS), who.account(), body.details());
        return commands.run(body, session -> work.run(session, step, body)
                .call(file -> attachPhotos.attach(session, file.id(), step.actor(), body.photos()))
                .map(file -> Outcome.ok(CaseView.of(file))));
    }

    /** True if the caller may decide what others have to ask for. */
    boolean byLeader() {
        return caller.get().hasAnyOf(LEADERS);
    }

    /** The row of the standing rule; absent if somebody has to choose. */
    @Nullable
    FilingRow standingRow(CaseFile file) {
        return taxonomy.rowFor(file, null).orElse(null);
    }

    /**
     * The row the body names; what it leaves out is as the case has it.
     *
     * @throws ProblemException 422 if there is no such class or row
     */
    FilingRow row(CaseFile file, CaseActionRequest body) {
        var named = body.classCode();
        var classCode = named == null ? file.classCode() : named;
        if (named != null && !taxonomy.get().hasClass(classCode)) {
            throw new ProblemException(Problem.unprocessable("classCode", "is not a class of this city's taxonomy"));
        }
        var row = named == null
                ? taxonomy.rowFor(file, body.conditionCode())
                : taxonomy.get().row(classCode, body.conditionCode());
        return row.orElseThrow(() -> new ProblemException(
                file.classCode().equals(CaseFile.UNCLASSIFIED) && named == null
                        ? Problem.unprocessable("classCode", "is required: the case has no class yet")
                        : Problem.unprocessable("conditionCode", "is not a filing condition of class " + classCode)));
    }

    /** Makes the command of a step. */
    interface CommandOf {
        CaseCommand make(CaseFile file, CaseActionRequest body);
    }

    /** Does a step. */
    interface Work {
        Uni<CaseFile> run(Mutiny.StatelessSession session, StepRequest step, CaseActionRequest body);
    }
}

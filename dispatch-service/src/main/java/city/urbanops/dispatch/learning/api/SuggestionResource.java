package city.urbanops.dispatch.learning.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.learning.application.SuggestClasses;
import city.urbanops.dispatch.learning.domain.SuggestedClasses;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;

/** What class a report without one may have. */
@Path("/api/v1/dispatch/suggestions")
public class SuggestionResource {

    private final SuggestClasses suggest;
    private final CurrentCaller caller;

    SuggestionResource(SuggestClasses suggest, CurrentCaller caller) {
        this.suggest = suggest;
        this.caller = caller;
    }

    /** The likeliest classes with reasons, and whether the report was filed by itself; 404 when it came with a class. */
    @GET
    @Path("{caseId}")
    @RolesAllowed({Roles.HOTLINE_AGENT, Roles.SHIFT_LEADER, Roles.DISPATCHER, Roles.CHECKER, Roles.ADMIN, Roles.DRIVER})
    public Uni<SuggestedClasses> of(UUID caseId) {
        return suggest.of(caseId).map(found -> found.filter(
                        one -> caller.get().scope(Roles.CENTRAL).admits(Optional.empty(), one.areaCode()))
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound("No class was suggested for case " + caseId + "."))));
    }
}

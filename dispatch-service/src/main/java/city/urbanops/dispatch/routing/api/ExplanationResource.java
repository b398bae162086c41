package city.urbanops.dispatch.routing.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.routing.application.ExplainCase;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.task.domain.Delegation;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Why a case went where it went. */
@Path("/api/v1/dispatch/explanations")
public class ExplanationResource {

    private final ExplainCase explainCase;
    private final CurrentCaller caller;

    ExplanationResource(ExplainCase explainCase, CurrentCaller caller) {
        this.explainCase = explainCase;
        this.caller = caller;
    }

    /** The present decision and all before it; for central roles, the unit that answers for the case and those it was delegated to. */
    @GET
    @Path("{caseId}")
    @RolesAllowed({
        Roles.HOTLINE_AGENT,
        Roles.SHIFT_LEADER,
        Roles.DISPATCHER,
        Roles.CHECKER,
        Roles.ASSESSOR,
        Roles.DEPARTMENT_STAFF,
        Roles.DEPARTMENT_LEAD,
        Roles.ENFORCEMENT_OFFICER,
        Roles.LEGAL_REVIEWER,
        Roles.SANITATION_CREW,
        Roles.ADMIN,
        Roles.DRIVER
    })
    public Uni<CaseExplanation> explain(UUID caseId) {
        return explainCase.of(caller.get(), caseId).map(CaseExplanation::of);
    }

    /**
     * Why a case is where it is.
     *
     * @param caseId the case
     * @param taskId the task, or the id reserved for it while the case waits
     * @param round the round of the case
     * @param department the unit the centre gave it to; absent while it waits
     * @param automatic decided by a rule
     * @param reason one sentence
     * @param decisions every decision in full, the newest first
     * @param delegations every move below the centre, from unit to unit of one line, the oldest first; no decision about the right unit
     */
    public record CaseExplanation(
            UUID caseId,
            UUID taskId,
            int round,
            @Nullable String department,
            boolean automatic,
            String reason,
            List<Explanation> decisions,
            List<Delegation> delegations) {

        public CaseExplanation {
            decisions = List.copyOf(decisions);
            delegations = List.copyOf(delegations);
        }

        static CaseExplanation of(ExplainCase.Explained explained) {
            Explanation newest = explained.decisions().get(0);
            return new CaseExplanation(
                    newest.caseId(),
                    newest.taskId(),
                    newest.round(),
                    newest.department(),
                    newest.kind() == Explanation.Kind.AUTOMATIC,
                    newest.reason(),
                    explained.decisions(),
                    explained.delegations());
        }
    }
}

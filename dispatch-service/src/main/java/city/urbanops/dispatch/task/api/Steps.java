package city.urbanops.dispatch.task.api;

import city.urbanops.dispatch.task.application.Step;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a step of a request and its caller. */
@RequestScoped
class Steps {

    private final CurrentCaller caller;

    Steps(CurrentCaller caller) {
        this.caller = caller;
    }

    Step of(UUID taskId, String name, StepRequest words) {
        return new Step(
                taskId,
                caller.get(),
                name,
                words.opinion(),
                words.note(),
                words.media() == null ? List.of() : words.media());
    }

    /** @throws ProblemException 400 when there is none */
    static String mandatoryOpinion(@Nullable StepRequest request) {
        String opinion = request == null ? null : request.opinion();
        if (opinion == null || opinion.isBlank()) {
            throw new ProblemException(Problem.invalid("opinion", "is mandatory here: say why"));
        }
        return opinion;
    }
}

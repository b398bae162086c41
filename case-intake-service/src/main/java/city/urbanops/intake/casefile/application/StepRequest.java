package city.urbanops.intake.casefile.application;

import city.urbanops.kit.security.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to do something with which case.
 *
 * @param scope the cases the account may see
 * @param actor the account, for the journal
 * @param details evidence as JSON, absent if there is none
 */
public record StepRequest(
        UUID caseId, Scope scope, String actor, @Nullable String details) {}

package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.Decision.NotNow;
import java.util.Optional;

/** Four eyes: who asked for something does not grant it. */
final class Approval {

    private Approval() {}

    /** Why the actor may not do it; empty if nothing speaks against it. */
    static Optional<Decision> refusal(CaseFile file, PendingRequest.Kind kind, String actor) {
        var request = file.supervision().request();
        return request != null && request.kind() == kind && request.by().equals(actor)
                ? Optional.of(
                        new NotNow("own-request", "Whoever asks for it does not grant it; another leader has to."))
                : Optional.empty();
    }
}

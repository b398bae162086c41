package city.urbanops.intake.casefile.messaging;

import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.EnforcementAccepted;
import city.urbanops.contracts.cases.EnforcementHandled;
import city.urbanops.contracts.cases.SanitationHandled;
import city.urbanops.contracts.cases.SanitationStarted;
import city.urbanops.contracts.cases.TaskHandedBack;
import city.urbanops.contracts.cases.TaskPartReported;
import city.urbanops.contracts.cases.TaskSigned;
import city.urbanops.intake.casefile.application.StepPhotos;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The photos of events: of the matter as a unit found it, and as it left it. */
final class UnitPhotos {

    private UnitPhotos() {}

    static StepPhotos of(CaseEvent event) {
        if (event instanceof TaskHandedBack e) {
            return handled(e.media());
        }
        if (event instanceof TaskPartReported e) {
            return handled(e.media());
        }
        if (event instanceof EnforcementHandled e) {
            return handled(e.media());
        }
        if (event instanceof SanitationHandled e) {
            return handled(e.media());
        }
        if (event instanceof TaskSigned e) {
            return found(e.media());
        }
        if (event instanceof EnforcementAccepted e) {
            return found(e.media());
        }
        return event instanceof SanitationStarted e ? found(e.media()) : StepPhotos.NONE;
    }

    private static StepPhotos handled(@Nullable List<String> media) {
        return media == null ? StepPhotos.NONE : new StepPhotos(media, true);
    }

    private static StepPhotos found(@Nullable List<String> media) {
        return media == null ? StepPhotos.NONE : new StepPhotos(media, false);
    }
}

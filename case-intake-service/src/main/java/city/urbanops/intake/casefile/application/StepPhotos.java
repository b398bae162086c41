package city.urbanops.intake.casefile.application;

import city.urbanops.intake.media.domain.PhotoClaim;
import java.util.List;
import java.util.UUID;

/**
 * The photos a unit shows with a step.
 *
 * @param named references of photos; may be empty
 * @param handled the step says that the matter is handled
 */
public record StepPhotos(List<String> named, boolean handled) {

    /** None at all. */
    public static final StepPhotos NONE = new StepPhotos(List.of(), false);

    public StepPhotos {
        named = List.copyOf(named);
    }

    /** What a superseded step shows is kept with the case, but proves no handling. */
    PhotoClaim claim(UUID caseId, String account, int round, boolean superseded) {
        return new PhotoClaim(caseId, account, round, handled && !superseded);
    }
}

package city.urbanops.intake.media.domain;

/** Why a photo that a unit names does not become part of the case. */
public enum PhotoRefusal {
    /** What names it is no reference of a photo. */
    NO_REFERENCE,
    /** There is none, or none any more. */
    UNKNOWN,
    /** Its upload was not completed. */
    NOT_FINISHED,
    /** Another account uploaded it: a unit shows its own pictures. */
    SOMEONE_ELSES,
    /** It is part of another case. */
    OF_ANOTHER_CASE
}

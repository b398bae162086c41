package city.urbanops.enforcement.assignment.domain;

/** Whether a step on site may be done. */
public sealed interface OnSiteDecision {

    /** It may: the assignment moves to this. */
    record Moved(Assignment next) implements OnSiteDecision {}

    /** It may not. */
    record Refused(Refusal refusal) implements OnSiteDecision {}

    /**
     * Why not.
     *
     * @param name short and stable
     * @param explanation one sentence on the present state, and one on what is possible now
     */
    record Refusal(String name, String explanation) {}
}

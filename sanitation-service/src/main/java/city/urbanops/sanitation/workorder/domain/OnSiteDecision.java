package city.urbanops.sanitation.workorder.domain;

/** Whether a step on site may be done. */
public sealed interface OnSiteDecision {

    /** It may: the work order moves to this. */
    record Moved(WorkOrder next) implements OnSiteDecision {}

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

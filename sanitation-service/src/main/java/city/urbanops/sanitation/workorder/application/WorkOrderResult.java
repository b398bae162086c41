package city.urbanops.sanitation.workorder.application;

import city.urbanops.sanitation.workorder.domain.OnSiteDecision;
import city.urbanops.sanitation.workorder.domain.WorkOrder;

/** What a caller gets who asked for a work order, or wanted to change it. */
public sealed interface WorkOrderResult {

    /** The work order as it is now. */
    record Present(WorkOrder order) implements WorkOrderResult {}

    /** There is no such work order. */
    record Unknown() implements WorkOrderResult {}

    /** The work order is another unit's, or lies outside the caller's area. */
    record OutOfScope() implements WorkOrderResult {}

    /** The step is not possible now. */
    record Refused(OnSiteDecision.Refusal refusal) implements WorkOrderResult {}
}

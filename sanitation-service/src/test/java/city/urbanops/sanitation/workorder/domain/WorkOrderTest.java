package city.urbanops.sanitation.workorder.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkOrderTest {

    @Test
    void a_task_the_unit_gets_waits_for_somebody() {
        // Given
        var task = AWorkOrder.in(WorkOrderState.STARTED).task();

        // When
        var order = WorkOrder.of(task);

        // Then
        assertThat(order).isEqualTo(AWorkOrder.in(WorkOrderState.ORDERED));
    }

    @ParameterizedTest
    @EnumSource(names = {"ORDERED", "STARTED", "COMPLETED"})
    void work_ends_when_it_is_dropped_or_the_case_closed(WorkOrderState state) {
        // Given
        var order = AWorkOrder.in(state);

        // When
        var dropped = order.dropped();
        var closed = order.closed();

        // Then
        assertThat(order.ended()).isFalse();
        assertThat(dropped).isEqualTo(AWorkOrder.in(WorkOrderState.DROPPED));
        assertThat(dropped.ended()).isTrue();
        assertThat(closed).isEqualTo(AWorkOrder.in(WorkOrderState.CLOSED));
        assertThat(closed.ended()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ORDERED, ORDERED", "STARTED, STARTED", "COMPLETED, STARTED", "DROPPED, DROPPED", "CLOSED, CLOSED"})
    void a_failed_check_opens_what_was_handled(WorkOrderState state, WorkOrderState after) {
        // When
        var reopened = AWorkOrder.inRound(state, 2).reopened();

        // Then
        assertThat(reopened).isEqualTo(AWorkOrder.inRound(after, 2));
    }
}

package city.urbanops.sanitation.workorder.persistence;

import city.urbanops.sanitation.workorder.domain.WorkOrder;
import city.urbanops.sanitation.workorder.domain.WorkOrderState;
import city.urbanops.unittasks.domain.UnitTask;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code work_order}, read only: rows are written in statements of many. */
@Entity
@Table(name = "work_order")
class WorkOrderEntity {

    @Id
    @Column(name = "task_id")
    UUID taskId;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "case_number")
    String caseNumber;

    @Column(name = "department")
    String department;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    WorkOrderState state;

    @Column(name = "class_code")
    String classCode;

    @Column(name = "area_code")
    String areaCode;

    @Column(name = "channel")
    String channel;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "suspended_until")
    Instant suspendedUntil;

    @Column(name = "round")
    int round;

    @Column(name = "text")
    String text;

    WorkOrder toDomain() {
        var task = new UnitTask(
                taskId,
                caseId,
                caseNumber,
                department,
                classCode,
                areaCode,
                channel,
                dueAt,
                suspendedUntil,
                round,
                text);
        return new WorkOrder(task, state);
    }
}

package city.urbanops.metrics.persistence;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code case_fact}; as JSON its members are the columns, which is how rows are written in bulk. */
@Entity
@Table(name = "case_fact")
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
class CaseFactEntity {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "reported_at")
    @Nullable
    Instant reportedAt;

    @Column(name = "filed_at")
    @Nullable
    Instant filedAt;

    @Column(name = "dispatched_at")
    @Nullable
    Instant dispatchedAt;

    @Column(name = "round")
    int round;

    @Column(name = "reworks")
    int reworks;

    @Column(name = "extensions")
    int extensions;

    @Column(name = "marks")
    int marks;

    /** Derived: the sets it counts in, and where, so that every figure leads to its cases. */
    @Column(name = "sets")
    long sets;

    @Column(name = "counted_on")
    @Nullable
    LocalDate countedOn;

    @Column(name = "passed_due_at")
    @Nullable
    Instant passedDueAt;

    @Column(name = "last_event_at")
    Instant lastEventAt;

    @Column(name = "class_code")
    @Nullable
    String classCode;

    @Column(name = "area_code")
    @Nullable
    String areaCode;

    @Column(name = "channel")
    @Nullable
    String channel;

    @Column(name = "subject_order")
    long subjectOrder;

    @Column(name = "department")
    @Nullable
    String department;

    @Column(name = "assigned_at")
    @Nullable
    Instant assignedAt;

    @Column(name = "assignment_order")
    long assignmentOrder;

    @Column(name = "due_at")
    @Nullable
    Instant dueAt;

    @Column(name = "due_order")
    long dueOrder;

    @Column(name = "suspended")
    @Nullable
    Boolean suspended;

    @Column(name = "suspended_order")
    long suspendedOrder;

    @Column(name = "handed_back_at")
    @Nullable
    Instant handedBackAt;

    @Column(name = "handed_back_order")
    long handedBackOrder;

    @Column(name = "ending")
    @Nullable
    String ending;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ending_order")
    long endingOrder;

    @Column(name = "duplicate_of")
    @Nullable
    UUID duplicateOf;

    @Column(name = "duplicate_order")
    long duplicateOrder;

    @Column(name = "steps")
    String steps;
}

package city.urbanops.intake.casefile.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code case_file}; never leaves this package. */
@Entity
@Table(name = "case_file")
class CaseFileEntity {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "case_number", updatable = false)
    String caseNumber;

    @Column(name = "phase")
    String phase;

    @Column(name = "round")
    int round;

    @Column(name = "channel", updatable = false)
    String channel;

    @Column(name = "class_code")
    String classCode;

    @Nullable
    @Column(name = "condition_code")
    String conditionCode;

    @Column(name = "text", updatable = false)
    String text;

    @Column(name = "urgent")
    boolean urgent;

    @Column(name = "area_code", updatable = false)
    String areaCode;

    @Nullable
    @Column(name = "district_code", updatable = false)
    String districtCode;

    @Nullable
    @Column(name = "grid_code", updatable = false)
    String gridCode;

    @Nullable
    @Column(name = "lng", updatable = false)
    Double lng;

    @Nullable
    @Column(name = "lat", updatable = false)
    Double lat;

    @Nullable
    @Column(name = "address", updatable = false)
    String address;

    @Column(name = "occurred_at", updatable = false)
    Instant occurredAt;

    @Column(name = "reported_at", updatable = false)
    Instant reportedAt;

    @Nullable
    @Column(name = "filed_at")
    Instant filedAt;

    @Nullable
    @Column(name = "closed_at")
    Instant closedAt;

    @Nullable
    @Column(name = "closure_kind")
    String closureKind;

    @Nullable
    @Column(name = "department")
    String department;

    @Nullable
    @Column(name = "task_id")
    UUID taskId;

    @Nullable
    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "rework_count")
    int reworkCount;

    @Nullable
    @Column(name = "duplicate_of")
    UUID duplicateOf;

    @Column(name = "publisher", updatable = false)
    String publisher;

    @Nullable
    @Column(name = "source_no", updatable = false)
    String sourceNo;

    @Column(name = "journal_length")
    int journalLength;

    @Column(name = "journal_seal")
    byte @Nullable [] journalSeal;

    @Nullable
    @Column(name = "taxonomy_version")
    String taxonomyVersion;

    @Nullable
    @Column(name = "request_kind")
    String requestKind;

    @Nullable
    @Column(name = "requested_by")
    String requestedBy;

    @Nullable
    @Column(name = "stage_due_at")
    Instant stageDueAt;

    @Nullable
    @Column(name = "accept_rest_seconds")
    Long acceptRestSeconds;

    @Nullable
    @Column(name = "referral_kind")
    String referralKind;

    @Nullable
    @Column(name = "referral_to")
    String referralTo;

    @Nullable
    @Column(name = "earlier_case_id")
    UUID earlierCaseId;

    @Column(name = "revisited_round")
    int revisitedRound;

    @Column(name = "check_sent_round")
    int checkSentRound;
}

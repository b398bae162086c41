package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.domain.CaseFile;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.UUID;

/** A row of a search, read through the same mapping as the entity. */
final class CaseRow {

    private CaseRow() {}

    static CaseFile toDomain(Tuple row) {
        var entity = new CaseFileEntity();
        entity.caseId = row.get("case_id", UUID.class);
        entity.caseNumber = row.get("case_number", String.class);
        entity.phase = row.get("shown_phase", String.class);
        entity.round = row.get("round", Integer.class);
        entity.channel = row.get("channel", String.class);
        entity.classCode = row.get("class_code", String.class);
        entity.conditionCode = row.get("condition_code", String.class);
        entity.text = row.get("text", String.class);
        entity.urgent = row.get("urgent", Boolean.class);
        entity.areaCode = row.get("area_code", String.class);
        entity.districtCode = row.get("district_code", String.class);
        entity.gridCode = row.get("grid_code", String.class);
        entity.lng = row.get("lng", Double.class);
        entity.lat = row.get("lat", Double.class);
        entity.address = row.get("address", String.class);
        entity.occurredAt = row.get("occurred_at", Instant.class);
        entity.reportedAt = row.get("reported_at", Instant.class);
        entity.filedAt = row.get("filed_at", Instant.class);
        entity.closedAt = row.get("closed_at", Instant.class);
        entity.closureKind = row.get("closure_kind", String.class);
        entity.department = row.get("department", String.class);
        entity.taskId = row.get("task_id", UUID.class);
        entity.dueAt = row.get("due_at", Instant.class);
        entity.reworkCount = row.get("rework_count", Integer.class);
        entity.duplicateOf = row.get("duplicate_of", UUID.class);
        entity.publisher = row.get("publisher", String.class);
        entity.sourceNo = row.get("source_no", String.class);
        entity.journalLength = row.get("journal_length", Integer.class);
        return CaseFileMapping.toDomain(entity);
    }
}

package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.domain.Assignment;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Closure;
import city.urbanops.intake.casefile.domain.ClosureKind;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.casefile.domain.Place;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.casefile.domain.Report;
import org.jspecify.annotations.Nullable;

/** Row to case and back. */
final class CaseFileMapping {

    private CaseFileMapping() {}

    static CaseFile toDomain(CaseFileEntity row) {
        return new CaseFile(
                row.caseId,
                row.caseNumber,
                report(row),
                Phase.valueOf(row.phase),
                row.round,
                row.classCode,
                row.conditionCode,
                row.filedAt,
                assignment(row),
                row.reworkCount,
                row.duplicateOf,
                closure(row),
                row.journalLength);
    }

    static CaseFileEntity toEntity(CaseFile file) {
        var row = new CaseFileEntity();
        row.caseId = file.id();
        row.caseNumber = file.number();
        row.phase = file.phase().name();
        row.round = file.round();
        row.classCode = file.classCode();
        row.conditionCode = file.conditionCode();
        row.filedAt = file.filedAt();
        row.reworkCount = file.reworkCount();
        row.duplicateOf = file.duplicateOf();
        row.journalLength = file.journalLength();
        var assignment = file.assignment();
        if (assignment != null) {
            row.department = assignment.department();
            row.taskId = assignment.taskId();
            row.dueAt = assignment.dueAt();
        }
        var closure = file.closure();
        if (closure != null) {
            row.closedAt = closure.at();
            row.closureKind = closure.kind().name();
        }
        copy(file.report(), row);
        return row;
    }

    private static void copy(Report report, CaseFileEntity row) {
        var place = report.place();
        row.channel = report.channel().name();
        row.text = report.text();
        row.urgent = report.urgent();
        row.areaCode = place.areaCode();
        row.districtCode = place.districtCode();
        row.gridCode = place.gridCode();
        row.address = place.address();
        row.occurredAt = report.occurredAt();
        row.reportedAt = report.reportedAt();
        row.publisher = report.publisher();
        row.sourceNo = report.sourceNo();
        var point = place.point();
        if (point != null) {
            row.lng = point.lng();
            row.lat = point.lat();
        }
    }

    private static Report report(CaseFileEntity row) {
        var lng = row.lng;
        var lat = row.lat;
        var point = lng == null || lat == null ? null : new Point(lng, lat);
        return new Report(
                Channel.valueOf(row.channel),
                row.text,
                row.urgent,
                new Place(row.areaCode, row.districtCode, row.gridCode, point, row.address),
                row.occurredAt,
                row.reportedAt,
                row.publisher,
                row.sourceNo);
    }

    private static @Nullable Assignment assignment(CaseFileEntity row) {
        var taskId = row.taskId;
        var department = row.department;
        var dueAt = row.dueAt;
        return taskId == null || department == null || dueAt == null ? null : new Assignment(taskId, department, dueAt);
    }

    private static @Nullable Closure closure(CaseFileEntity row) {
        var kind = row.closureKind;
        var at = row.closedAt;
        return kind == null || at == null ? null : new Closure(ClosureKind.valueOf(kind), at);
    }
}

package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.domain.Assignment;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Closure;
import city.urbanops.intake.casefile.domain.ClosureKind;
import city.urbanops.intake.casefile.domain.JournalHead;
import city.urbanops.intake.casefile.domain.PendingRequest;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.casefile.domain.Place;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.casefile.domain.Referral;
import city.urbanops.intake.casefile.domain.Report;
import city.urbanops.intake.casefile.domain.Supervision;
import java.time.Duration;
import java.util.HexFormat;
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
                row.taxonomyVersion,
                row.filedAt,
                assignment(row),
                row.reworkCount,
                row.duplicateOf,
                closure(row),
                referral(row),
                supervision(row),
                journal(row));
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
        row.taxonomyVersion = file.taxonomyVersion();
        row.journalLength = file.journal().length();
        row.journalSeal = HexFormat.of().parseHex(file.journal().seal());
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
        var referral = file.referral();
        if (referral != null) {
            row.referralKind = referral.kind();
            row.referralTo = referral.to();
            row.earlierCaseId = referral.earlierCaseId();
        }
        copy(file.report(), row);
        copy(file.supervision(), row);
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

    private static void copy(Supervision supervision, CaseFileEntity row) {
        row.stageDueAt = supervision.stageDueAt();
        row.revisitedRound = supervision.revisitedRound();
        row.checkSentRound = supervision.checkSentRound();
        var rest = supervision.acceptRest();
        row.acceptRestSeconds = rest == null ? null : rest.toSeconds();
        var request = supervision.request();
        if (request != null) {
            row.requestKind = request.kind().name();
            row.requestedBy = request.by();
        }
    }

    private static Supervision supervision(CaseFileEntity row) {
        var kind = row.requestKind;
        var by = row.requestedBy;
        var rest = row.acceptRestSeconds;
        return new Supervision(
                kind == null || by == null ? null : new PendingRequest(PendingRequest.Kind.valueOf(kind), by),
                row.stageDueAt,
                rest == null ? null : Duration.ofSeconds(rest),
                row.revisitedRound,
                row.checkSentRound);
    }

    private static JournalHead journal(CaseFileEntity row) {
        var seal = row.journalSeal;
        return new JournalHead(
                row.journalLength,
                seal == null ? JournalHead.START : HexFormat.of().formatHex(seal));
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
        var department = row.department;
        return department == null ? null : new Assignment(row.taskId, department, row.dueAt);
    }

    private static @Nullable Referral referral(CaseFileEntity row) {
        var kind = row.referralKind;
        return kind == null ? null : new Referral(kind, row.referralTo, row.earlierCaseId);
    }

    private static @Nullable Closure closure(CaseFileEntity row) {
        var kind = row.closureKind;
        var at = row.closedAt;
        return kind == null || at == null ? null : new Closure(ClosureKind.valueOf(kind), at);
    }
}

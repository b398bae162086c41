package city.urbanops.intake.casefile.domain;

import city.urbanops.deadlines.TimeLimit;
import java.time.Instant;
import java.util.UUID;

/** Case files for decider tests. */
final class Cases {

    static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    static final UUID TASK = UUID.fromString("0195550a-0000-7000-8000-000000000002");
    static final FilingRow ROW = new FilingRow("P0101", "1", TimeLimit.parse("2uh"), false, "v1");

    private Cases() {}

    static CaseFile reportedCase() {
        return reportedAt(new Place("450202001001001", "450202", "450202001001001", new Point(109.41, 24.31), null));
    }

    static CaseFile reportedSomewhere() {
        return reportedAt(new Place("450200", null, null, null, null));
    }

    static CaseFile unclassifiedCase() {
        return unclassified(reportedCase().report());
    }

    static CaseFile unclassifiedSomewhere() {
        return unclassified(reportedSomewhere().report());
    }

    static CaseFile urgent(CaseFile file) {
        return unclassified(file.report().asUrgent());
    }

    private static CaseFile unclassified(Report report) {
        return CaseFile.reported(UUID.fromString("0195550a-0000-7000-8000-000000000003"), "n", report, null);
    }

    static CaseFile in(Phase phase) {
        return reportedCase().in(phase);
    }

    static CaseFile dispatchedCase() {
        var assignment = new Assignment(TASK, "water-company", NOW.plusSeconds(7200));
        return reportedCase().filed(ROW, NOW).assigned(assignment).in(Phase.DISPATCHED);
    }

    static CaseFile closedAt(Instant at) {
        return reportedCase().filed(ROW, NOW).closed(new Closure(ClosureKind.NORMAL, at));
    }

    private static CaseFile reportedAt(Place place) {
        var report = new Report(Channel.HOTLINE_12345, "text", false, place, NOW, NOW, "agent", null);
        return CaseFile.reported(UUID.fromString("0195550a-0000-7000-8000-000000000001"), "n", report, "P0101");
    }
}

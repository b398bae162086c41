package city.urbanops.bench.client;

/** The kinds of call, measured apart: those of a lifecycle, and a batch of history. */
public enum Call {
    REPORT("report"),
    TASK_SIGN("task.sign"),
    TASK_REPORT_HANDLING("task.report-handling"),
    ENFORCEMENT_ACCEPT("enforcement.accept"),
    ENFORCEMENT_REPORT("enforcement.report"),
    SANITATION_START("sanitation.start"),
    SANITATION_COMPLETE("sanitation.complete"),
    CHECK_PASSED("case.check-passed"),
    IMPORT("import");

    private final String label;

    Call(String label) {
        this.label = label;
    }

    /** The name in printed and JSON results. */
    public String label() {
        return label;
    }
}

package city.urbanops.contracts;

import java.util.Set;

/** The realm's roles (DESIGN §6): the one list of names; what each may do stands at the resource that checks it. */
public final class Roles {

    public static final String HOTLINE_AGENT = "hotline-agent";
    public static final String SHIFT_LEADER = "shift-leader";
    public static final String DISPATCHER = "dispatcher";
    public static final String PATROL = "patrol";
    public static final String CHECKER = "checker";
    public static final String DEPARTMENT_STAFF = "department-staff";
    public static final String DEPARTMENT_LEAD = "department-lead";
    public static final String ENFORCEMENT_OFFICER = "enforcement-officer";
    public static final String LEGAL_REVIEWER = "legal-reviewer";
    public static final String SANITATION_CREW = "sanitation-crew";
    public static final String ASSESSOR = "assessor";
    public static final String SYSTEM_PUBLISHER = "system-publisher";
    public static final String ADMIN = "admin";

    /** May act for any unit in replays and benches; exists in the local realm only and is journalled as itself. */
    public static final String DRIVER = "urbanops-driver";

    /** Roles that see the whole city unless their {@code area} claim narrows it; all others see their department only. */
    public static final Set<String> CENTRAL =
            Set.of(HOTLINE_AGENT, SHIFT_LEADER, DISPATCHER, CHECKER, ASSESSOR, ADMIN, DRIVER);

    private Roles() {}
}

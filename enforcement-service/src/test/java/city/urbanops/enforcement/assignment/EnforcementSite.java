package city.urbanops.enforcement.assignment;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.site.Site;

/** The unit these tests are about. */
final class EnforcementSite {

    static final Site SITE = new Site(
            "enforcement",
            "urban-enforcement",
            "county-enforcement",
            "officer",
            Workplace.ENFORCEMENT,
            "/api/v1/enforcement/assignments",
            "E0304",
            "DUST_MONITOR",
            "ASSIGNED",
            new Site.Step("accept", "ACCEPTED", CaseEvents.ENFORCEMENT_ACCEPTED),
            new Site.Step("report", "REPORTED", CaseEvents.ENFORCEMENT_HANDLED));

    private EnforcementSite() {}
}

package city.urbanops.enforcement.assignment;

import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.site.Site;

/** The unit these tests are about. */
final class EnforcementSite {

    static final Site SITE = new Site(
            "urban-enforcement", Workplace.ENFORCEMENT, "/api/v1/enforcement/assignments", "E0304", "DUST_MONITOR");

    private EnforcementSite() {}
}

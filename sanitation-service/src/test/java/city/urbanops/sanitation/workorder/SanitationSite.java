package city.urbanops.sanitation.workorder;

import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.site.Site;

/** The unit these tests are about. */
final class SanitationSite {

    static final Site SITE =
            new Site("sanitation", Workplace.SANITATION, "/api/v1/sanitation/work-orders", "E0110", "CITY_PATROL");

    private SanitationSite() {}
}

package city.urbanops.sanitation.workorder;

import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.testkit.site.Site;

/** The unit these tests are about. */
final class SanitationSite {

    static final Site SITE = new Site(
            "sanitation",
            "sanitation",
            "county-sanitation",
            "crew",
            Workplace.SANITATION,
            "/api/v1/sanitation/work-orders",
            "E0110",
            "CITY_PATROL",
            "ORDERED",
            new Site.Step("start", "STARTED", CaseEvents.SANITATION_STARTED),
            new Site.Step("complete", "COMPLETED", CaseEvents.SANITATION_HANDLED));

    private SanitationSite() {}
}

package city.urbanops.sanitation.workorder;

import city.urbanops.testkit.UrbanOpsEngines;
import city.urbanops.testkit.site.OnSiteHandling;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "sanitation"))
class OnSiteHandlingIT extends OnSiteHandling {

    OnSiteHandlingIT() {
        super(SanitationSite.SITE);
    }
}

package city.urbanops.enforcement.assignment;

import city.urbanops.testkit.UrbanOpsEngines;
import city.urbanops.testkit.site.SiteFailures;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "enforcement"))
class EnforcementFailureIT extends SiteFailures {

    EnforcementFailureIT() {
        super(EnforcementSite.SITE);
    }
}

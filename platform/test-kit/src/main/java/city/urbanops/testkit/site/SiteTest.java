package city.urbanops.testkit.site;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.site.Site.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The base of tests that every unit's own service inherits: a service says which {@link Site} it is and on which engines it runs, and
 * adds what is its own.
 */
public abstract class SiteTest {

    /** The unit. */
    protected final Site site;

    /** The rest of the city. */
    protected SiteStream city;

    /** The unit's people. */
    protected SiteApi people;

    SiteTest(Site site) {
        this.site = site;
    }

    @BeforeEach
    void connect() {
        city = new SiteStream(site);
        people = SiteApi.of(site, Tokens.of(site.account()));
    }

    @AfterEach
    void disconnect() {
        city.close();
    }

    /** A task that the unit has, and nobody took on. */
    protected Task given() {
        return givenTo(site.unit());
    }

    /** A task that a unit of this kind has, and nobody took on. */
    protected Task givenTo(String unit) {
        var task = site.task();
        city.dispatch(task, unit, site.workplace());
        SiteApi.of(site, Tokens.of("admin")).awaitState(task.taskId(), site.given());
        return task;
    }
}

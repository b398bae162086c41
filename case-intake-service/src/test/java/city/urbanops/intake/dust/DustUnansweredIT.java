package city.urbanops.intake.dust;

import static city.urbanops.intake.dust.DustSiteApi.PATIENCE;
import static city.urbanops.intake.dust.DustSiteApi.alarms;
import static city.urbanops.intake.dust.DustSiteApi.journal;
import static city.urbanops.intake.dust.DustSiteApi.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An alarm the site does not answer. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DustUnansweredIT {

    private final DustMonitors monitors = new DustMonitors();

    @BeforeEach
    void ready() {
        monitors.awaitReady();
    }

    @AfterEach
    void close() {
        monitors.close();
    }

    @Test
    void an_alarm_nobody_answers_goes_to_the_lead_once() throws Exception {
        // Given
        register("it-two", 109.52).statusCode(200);
        var alarmId = monitors.raise("it-two");

        // When
        var server = UrbanOpsEngines.postgres();
        try (var connection = server.connect("intake");
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update dust_episode set answer_due = now() - interval '1 second' where site_id = 'it-two'");
        }

        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(monitors.events.read(Topics.DUST_ALARMS, "it-two"))
                .filteredOn(event -> event.type().equals(DustEvents.UNANSWERED.name()))
                .hasSize(1));
        String caseId = alarms("it-two")
                .extract()
                .jsonPath()
                .getString("items.find { it.alarmId == '" + alarmId + "' }.caseId");
        assertThat(journal(caseId)).containsOnlyOnce(DustEvents.UNANSWERED.name());
    }
}

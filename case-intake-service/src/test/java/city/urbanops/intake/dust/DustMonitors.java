package city.urbanops.intake.dust;

import static city.urbanops.intake.dust.DustSiteApi.PATIENCE;
import static city.urbanops.intake.dust.DustSiteApi.alarms;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.dust.DustReading;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.geography.DefaultCity;
import city.urbanops.testkit.EventProbe;
import java.time.Duration;
import java.time.Instant;

/**
 * Monitors of sites, at the broker. Each test that hands in readings has a county of its own: a silent monitor beside it would hold up
 * its time.
 */
final class DustMonitors implements AutoCloseable {

    final EventProbe events = new EventProbe();

    void awaitReady() {
        if (given().get("/q/health/ready").statusCode() != 200) {
            events.publish(ReferenceDocuments.AREAS, DefaultCity.document());
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Override
    public void close() {
        events.close();
    }

    /**
     * Waits until the topology knows the monitor, told by a reading that it refuses for another reason: the county's time begins with the first
     * reading it takes, and what is older than that is late.
     */
    private void awaitRegistered(String device) {
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            events.publish(DustEvents.READING, reading(device, Instant.now().plus(Duration.ofDays(2)), 400));
            assertThat(events.read(Topics.DUST_READINGS.deadLetters(), device))
                    .extracting(event -> event.json().get("reason").asText())
                    .anyMatch(reason -> !reason.equals("UNKNOWN_DEVICE"));
        });
    }

    /** An hour of far too much dust, ending now; returns the id of the event that began the episode. */
    String raise(String siteId) {
        awaitRegistered(siteId + "-1");
        var end = Instant.now();
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            for (var minute = 60; minute >= 0; minute -= 5) {
                events.publish(DustEvents.READING, reading(siteId + "-1", end.minus(Duration.ofMinutes(minute)), 400));
            }
            alarms(siteId).body("items.find { it.evidence.kind == 'ALARM' }.caseId", notNullValue());
        });
        return alarms(siteId).extract().jsonPath().getString("items.find { it.evidence.kind == 'ALARM' }.alarmId");
    }

    static DustReading reading(String device, Instant at, double pm10) {
        return new DustReading(device, at, pm10, null, null, null, null, "camera/" + device, null);
    }
}

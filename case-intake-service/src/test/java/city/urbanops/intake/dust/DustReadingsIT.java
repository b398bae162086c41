package city.urbanops.intake.dust;

import static city.urbanops.intake.dust.DustMonitors.reading;
import static city.urbanops.intake.dust.DustSiteApi.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.urbanops.contracts.Topics;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Readings that no window can use. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DustReadingsIT {

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
    void a_reading_of_an_unknown_device_goes_to_the_dead_letters_with_its_reason() {
        // When
        monitors.events.publish(DustEvents.READING, reading("it-nobody", Instant.now(), 10));

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(monitors.events.read(Topics.DUST_READINGS.deadLetters(), "it-nobody"))
                        .isNotEmpty()
                        .allSatisfy(event ->
                                assertThat(event.json().get("reason").asText()).isEqualTo("UNKNOWN_DEVICE")));
    }
}

package city.urbanops.bench.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeadTest {

    @Test
    void begins_with_none() {
        assertThat(new Lead().millis()).isZero();
    }

    @Test
    void settles_where_about_one_attempt_in_thirty_is_early() {
        // Given a service that needs 20 to 60 ms
        var lead = new Lead();
        var random = new SplittableRandom(7);
        int early = 0;
        int attempts = 20_000;

        // When
        for (int i = 0; i < attempts; i++) {
            if (lead.millis() < random.nextInt(20, 61)) {
                lead.early();
                early++;
            } else {
                lead.inTime();
            }
        }

        // Then
        assertThat(early / (double) attempts).isBetween(0.015, 0.05);
        assertThat(lead.millis()).isBetween(45L, 95L);
    }

    @Test
    void never_waits_longer_than_two_seconds() {
        var lead = new Lead();
        for (int i = 0; i < 1_000; i++) {
            lead.early();
        }
        assertThat(lead.millis()).isEqualTo(2_000);
    }

    @Test
    void tries_again_after_half_the_usual_time_and_then_after_twice_as_long() {
        var lead = new Lead();
        assertThat(lead.millisAfterEarly(1)).isEqualTo(5);
        for (int i = 0; i < 1_000; i++) {
            lead.early();
        }
        assertThat(lead.millisAfterEarly(1)).isEqualTo(1_000);
        assertThat(lead.millisAfterEarly(2)).isEqualTo(1_000);
    }

    @Test
    void doubles_pauses_up_to_the_longest() {
        assertThat(Backoff.OUTAGE.millisAfter(1)).isEqualTo(100);
        assertThat(Backoff.OUTAGE.millisAfter(3)).isEqualTo(400);
        assertThat(Backoff.OUTAGE.millisAfter(1_000)).isEqualTo(3_000);
    }
}

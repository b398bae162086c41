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
    void settles_where_about_one_attempt_in_twenty_is_early() {
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
        assertThat(early / (double) attempts).isBetween(0.03, 0.08);
        assertThat(lead.millis()).isBetween(45L, 75L);
    }

    @Test
    void never_waits_longer_than_half_a_second() {
        var lead = new Lead();
        for (int i = 0; i < 1_000; i++) {
            lead.early();
        }
        assertThat(lead.millis()).isEqualTo(500);
    }

    @Test
    void doubles_pauses_up_to_the_longest() {
        assertThat(Backoff.OUTAGE.millisAfter(1)).isEqualTo(100);
        assertThat(Backoff.OUTAGE.millisAfter(3)).isEqualTo(400);
        assertThat(Backoff.OUTAGE.millisAfter(1_000)).isEqualTo(3_000);
    }
}

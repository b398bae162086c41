package city.urbanops.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ThresholdTest {

    @Test
    void reckons_the_upper_end_and_not_the_share_seen() {
        // Given: none wrong among 672 still allows for 0.4 % wrong; 673 is the first that does not

        // Then
        assertThat(Threshold.highestErrorRate(0, 672)).isGreaterThan(0.004);
        assertThat(Threshold.highestErrorRate(0, 674)).isLessThan(0.004);
        assertThat(Threshold.highestErrorRate(10, 1_000)).isCloseTo(0.01666, within(0.00001));
    }

    @Test
    void takes_the_lowest_sureness_that_holds_in_both_halves() {
        // Given: the older half is right above 0.5, the newer one above 0.8 only
        Threshold threshold = new Threshold();
        for (int i = 0; i < 10_000; i++) {
            double sureness = (i % 1_000) / 1_000.0;
            threshold.add(sureness, sureness >= (i < 5_000 ? 0.5 : 0.8));
        }

        // When
        double chosen = threshold.forAccuracy(0.99);

        // Then
        assertThat(chosen).isBetween(0.79, 0.801);
    }

    @Test
    void never_when_too_little_is_known() {
        // Given
        Threshold threshold = new Threshold();
        for (int i = 0; i < 100; i++) {
            threshold.add(0.99, true);
        }

        // Then
        assertThat(threshold.forAccuracy(0.996)).isEqualTo(Threshold.NEVER);
    }

    @Test
    void equals_stand_or_fall_together() {
        // Given: all answers are equally sure, and one in ten is wrong
        Threshold threshold = new Threshold();
        for (int i = 0; i < 10_000; i++) {
            threshold.add(0.9, i % 10 != 9);
        }

        // Then
        assertThat(threshold.forAccuracy(0.99)).isEqualTo(Threshold.NEVER);
    }

    @Test
    void an_error_rate_lies_between_the_ends_of_its_interval() {
        assertThat(Threshold.lowestErrorRate(3, 100)).isBetween(0.0110, 0.0130);
        assertThat(Threshold.highestErrorRate(3, 100)).isBetween(0.0700, 0.0740);
        assertThat(Threshold.lowestErrorRate(0, 100)).isBetween(-1e-9, 1e-9);
    }
}

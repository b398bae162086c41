package city.urbanops.intake.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.urbanops.intake.casefile.domain.DuplicateRule.Candidate;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DuplicateRuleTest {

    /** One degree of latitude is 111,195 m on the mean sphere. */
    private static final double METER = 1 / 111_195.0;

    private static final Point HERE = new Point(109.40, 24.30);
    private static final DuplicateRule RULE = new DuplicateRule(30, Duration.ofDays(3));

    @Test
    void measures_metres() {
        assertThat(HERE.metersTo(new Point(109.40, 24.30 + 100 * METER))).isCloseTo(100, within(0.1));
        assertThat(HERE.metersTo(new Point(109.40 + 100 * METER, 24.30))).isCloseTo(91.1, within(0.1));
    }

    @Test
    void links_up_to_thirty_metres_and_seventy_two_hours() {
        assertThat(RULE.original(HERE, Cases.NOW, List.of(at(29.9, 0)))).isPresent();
        assertThat(RULE.original(HERE, Cases.NOW, List.of(at(30.1, 0)))).isEmpty();
        assertThat(RULE.original(HERE, Cases.NOW, List.of(at(1, 72)))).isPresent();
        assertThat(RULE.original(HERE, Cases.NOW, List.of(at(1, 73)))).isEmpty();
    }

    @Test
    void takes_the_nearest_and_says_why() {
        var near = at(5, 3);

        var linked = RULE.original(HERE, Cases.NOW, List.of(at(20, 0), near, at(28, 1)));

        assertThat(linked).hasValueSatisfying(link -> {
            assertThat(link.parent()).isEqualTo(near.id());
            assertThat(link.reason()).isEqualTo("same class, 5 m away, 3 h apart");
        });
    }

    private static Candidate at(double meters, int hours) {
        return new Candidate(
                UUID.randomUUID(),
                new Point(HERE.lng(), HERE.lat() + meters * METER),
                Cases.NOW.minus(Duration.ofHours(hours)));
    }
}

package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StageClockTest {

    private static final StageClock CLOCK = new StageClock(new StageLimits(
            Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofMinutes(30), Duration.ofMinutes(15)));

    @Test
    void accepting_stands_still_while_a_patrol_looks_and_goes_on_with_what_was_left() {
        var reported = CLOCK.set(null, Cases.reportedCase(), NOW);
        var verifying = CLOCK.set(reported, reported.in(Phase.VERIFYING), NOW.plusSeconds(300));

        var back = CLOCK.set(verifying, verifying.in(Phase.REPORTED), NOW.plusSeconds(900));

        assertThat(reported.supervision().stageDueAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(verifying.supervision().stageDueAt()).isEqualTo(NOW.plusSeconds(300 + 1800));
        assertThat(back.supervision().stageDueAt()).isEqualTo(NOW.plusSeconds(900 + 600));
    }

    @Test
    void there_is_no_stage_of_the_centre_while_a_unit_handles() {
        var checking = CLOCK.set(Cases.dispatchedCase(), Cases.dispatchedCase().in(Phase.CHECKING), NOW);

        var reworked = CLOCK.set(checking, checking.reworked(), NOW.plusSeconds(60));

        assertThat(checking.supervision().stageDueAt()).isEqualTo(NOW.plusSeconds(1800));
        assertThat(reworked.supervision().stageDueAt()).isNull();
    }
}

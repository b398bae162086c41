package city.urbanops.intake.submission.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.kit.problem.Infrastructure;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TakeSubmissionTest {

    @Test
    void refuses_what_the_submission_is_to_blame_for() {
        assertThat(TakeSubmission.isToBlame(new ProblemException(Problem.unprocessable("classCode", "is unknown"))))
                .isTrue();
        assertThat(TakeSubmission.isToBlame(new ProblemException(Problem.conflict("source-number-taken", "taken"))))
                .isTrue();
    }

    @Test
    void waits_while_the_service_is_not_ready() {
        var notReady = new ProblemException(new Problem("unavailable", "Not available", 503, "No areas", List.of()));

        assertThat(TakeSubmission.isToBlame(notReady)).isFalse();
        assertThat(Infrastructure.isToBlame(notReady)).isTrue();
    }

    @Test
    void leaves_bugs_to_the_parking() {
        assertThat(TakeSubmission.isToBlame(new IllegalStateException("a bug"))).isFalse();
    }
}

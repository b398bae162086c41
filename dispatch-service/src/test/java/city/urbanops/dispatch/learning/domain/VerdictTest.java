package city.urbanops.dispatch.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VerdictTest {

    @Test
    void refuses_what_is_worse_than_the_running_model() {
        Verdict verdict = Verdict.of(new Verdict.Count(100, 89, 10, 90), 50);

        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.reason()).isEqualTo("Right in 89 of 100 unseen cases; the running model in 90.");
    }

    @Test
    void accepts_what_is_as_good() {
        assertThat(Verdict.of(new Verdict.Count(100, 90, 10, 90), 50).accepted())
                .isTrue();
    }

    @Test
    void refuses_to_judge_by_too_few_cases() {
        Verdict verdict = Verdict.of(new Verdict.Count(49, 49, 0, 0), 50);

        assertThat(verdict.accepted()).isFalse();
        assertThat(verdict.reason()).contains("49", "running model has not seen");
    }

    @Test
    void a_first_model_must_know_more_than_what_is_most_usual() {
        assertThat(Verdict.of(new Verdict.Count(100, 60, 60, null), 50).accepted())
                .isFalse();
        assertThat(Verdict.of(new Verdict.Count(100, 61, 60, null), 50).accepted())
                .isTrue();
    }
}

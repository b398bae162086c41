package city.urbanops.dispatch.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TrialTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void tests_on_what_was_opened_after_everything_learned() {
        // Given: a hundred cases in no order
        List<Example> examples = numbered(1, 100);
        Collections.shuffle(examples, new Random(3));

        // When
        Trial trial = Trial.of(examples, 0);

        // Then
        assertThat(trial.learned()).hasSize(80);
        assertThat(trial.test()).hasSize(20);
        assertThat(trial.learned())
                .allMatch(one -> one.openedAt().isBefore(trial.test().get(0).openedAt()));
    }

    @Test
    void tests_on_nothing_the_running_model_has_seen() {
        // Given: the running model knew the first ninety
        Trial trial = Trial.of(numbered(1, 100), 90);

        // Then: nor may the candidate have seen what it is compared on, but it may learn all before
        assertThat(trial.test())
                .extracting(Example::exampleNo)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(91, 100).boxed().toList());
        assertThat(trial.learned()).hasSize(90);
    }

    @Test
    void leaves_out_of_the_test_what_the_running_model_has_seen_in_between() {
        // Given: a case opened last was known early
        List<Example> examples = numbered(11, 109);
        examples.add(example(1, 200));

        // When
        Trial trial = Trial.of(examples, 10);

        // Then
        assertThat(trial.test())
                .extracting(Example::exampleNo)
                .doesNotContain(1L)
                .hasSize(19);
        assertThat(trial.learned()).extracting(Example::exampleNo).doesNotContain(1L);
    }

    @Test
    void has_no_test_when_nothing_new_happened() {
        assertThat(Trial.of(numbered(1, 100), 100).test()).isEmpty();
    }

    private static List<Example> numbered(int from, int to) {
        List<Example> examples = new ArrayList<>();
        for (int no = from; no <= to; no++) {
            examples.add(example(no, no));
        }
        return examples;
    }

    private static Example example(long no, int hour) {
        return new Example(
                no, new UUID(0, no), START.plus(Duration.ofHours(hour)), "E0304", "1", "450202", "X", "dust", "unit");
    }
}

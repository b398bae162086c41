package city.urbanops.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WeighingTest {

    private static final int NEVER_FORGETS = 0;
    private static final int HALF_IN_TEN_DAYS = 2;
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    private final Memory memory = new Memory(List.of(Context.of("class"), Context.of("area")));

    @Test
    void evidence_is_how_much_more_often_than_usual_a_label_followed() {
        // Given: label 0 followed twice on class E01 and once elsewhere, label 1 once on E01
        memory.see(facts("E01", "here", 0), 0);
        memory.see(facts("E01", "here", 0), 0);
        memory.see(facts("E01", "here", 0), 1);
        memory.see(facts("E02", "there", 0), 0);

        // When
        Weighing weighing = weighing(facts("E01", "", 0));
        Habit habit = met(facts("E01", "", 0), 0);

        // Then: of four cases three went to label 0; a twentieth is added for what was never seen, one case to all
        assertThat(weighing.evidence(habit, 0, NEVER_FORGETS))
                .containsExactly(
                        new double[] {Math.log(1 + 2 / (2 * 3.05 / 5)), Math.log(1 + 1 / (2 * 1.05 / 5))},
                        within(1e-9));
    }

    @Test
    void evidence_fades_with_the_results_that_came_since() {
        // Given: E01 was met once, and ten days later another class
        memory.see(facts("E01", "here", 0), 0);
        memory.see(facts("E02", "here", 10), 1);

        // When
        Weighing weighing = weighing(facts("E01", "", 10));
        Habit habit = met(facts("E01", "", 10), 0);

        // Then: half of it is left in the fastest memory, here and in what is usual; all of it in the plain counts
        assertThat(weighing.evidence(habit, 0, HALF_IN_TEN_DAYS))
                .containsExactly(new double[] {Math.log(1 + 0.5 / (2 * 0.55 / 2.5))}, within(1e-6));
        assertThat(weighing.evidence(habit, 0, NEVER_FORGETS))
                .containsExactly(new double[] {Math.log(1 + 1 / (2 * 1.05 / 3))}, within(1e-6));
    }

    @Test
    void each_context_and_speed_has_evidence_of_its_own() {
        // Given: the class has met two labels, the area one
        memory.see(facts("E01", "here", 0), 0);
        memory.see(facts("E01", "there", 0), 1);
        CaseFacts asked = facts("E01", "here", 0);
        Weighing weighing = weighing(asked);

        // When
        double[] ofClass = weighing.evidence(met(asked, 0), 0, NEVER_FORGETS);
        double[] ofArea = weighing.evidence(met(asked, 1), 1, NEVER_FORGETS);

        // Then
        assertThat(ofClass).hasSize(2);
        assertThat(ofArea).hasSize(1);
        assertThat(weighing.evidence(met(asked, 0), 0, NEVER_FORGETS)).isEqualTo(ofClass);
    }

    private Habit met(CaseFacts facts, int context) {
        return Objects.requireNonNull(memory.recall(facts)[context]);
    }

    private Weighing weighing(CaseFacts facts) {
        return new Weighing(facts, memory, TextMember.silent(), 2);
    }

    private static CaseFacts facts(String kind, String area, int day) {
        return new CaseFacts(START.plusSeconds(86_400L * day), Map.of("class", kind, "area", area), "");
    }
}

package city.urbanops.dispatch.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.classifier.CaseFacts;
import city.urbanops.classifier.Model;
import city.urbanops.classifier.Outcome;
import city.urbanops.classifier.Settings;
import city.urbanops.classifier.Trainer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class LearnedModelTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Model MODEL = model();

    @Test
    void decides_what_it_is_sure_of_and_says_why() {
        Advice advice =
                learned(0.8, true).advise(facts("E0304"), bounds(LearnedModelTest::any, LearnedModelTest::any, ""));

        assertThat(advice.automatic()).isTrue();
        assertThat(advice.best().label()).isEqualTo("urban-enforcement");
        assertThat(advice.best().reasons()).isNotEmpty();
        assertThat(advice.candidates()).hasSize(3);
        assertThat(advice.reason()).startsWith("Model unit-7 is ").contains("decides from 80.0 % on");
    }

    @Test
    void asks_a_person_below_the_threshold() {
        assertThat(learned(0.999999, true)
                        .advise(facts("E0304"), bounds(LearnedModelTest::any, LearnedModelTest::any, "")))
                .matches(advice -> !advice.automatic() && advice.reason().contains("decides only from 99.9 % on"));
        assertThat(learned(2, true)
                        .advise(facts("E0304"), bounds(LearnedModelTest::any, LearnedModelTest::any, ""))
                        .reason())
                .contains("knows too little");
    }

    @Test
    void asks_a_person_about_a_class_it_has_never_seen() {
        Advice advice =
                learned(0, true).advise(facts("E0999"), bounds(LearnedModelTest::any, LearnedModelTest::any, ""));

        assertThat(advice.automatic()).isFalse();
        assertThat(advice.reason()).isEqualTo("Model unit-7 has seen no case of class E0999.");
        assertThat(advice.candidates()).isNotEmpty();
    }

    @Test
    void asks_a_person_when_its_answer_no_longer_exists_and_suggests_others() {
        Advice advice = learned(0, true)
                .advise(facts("E0304"), bounds(label -> !label.equals("urban-enforcement"), LearnedModelTest::any, ""));

        assertThat(advice.automatic()).isFalse();
        assertThat(advice.reason()).contains("urban-enforcement, which is no longer possible");
        assertThat(advice.candidates()).extracting(Advice.Suggestion::label).doesNotContain("urban-enforcement");
    }

    @Test
    void settles_a_contradiction_only_for_one_of_the_units_in_question() {
        Predicate<String> rivals = Set.of("sanitation", "water-company")::contains;

        assertThat(learned(0, true)
                        .advise(facts("E0304"), bounds(LearnedModelTest::any, rivals, ""))
                        .automatic())
                .isFalse();
        assertThat(learned(0, true)
                        .advise(facts("E0110"), bounds(LearnedModelTest::any, rivals, ""))
                        .automatic())
                .isTrue();
    }

    @Test
    void only_suggests_when_told_to_or_when_a_person_is_to_decide() {
        assertThat(learned(0, false)
                        .advise(facts("E0304"), bounds(LearnedModelTest::any, LearnedModelTest::any, ""))
                        .automatic())
                .isFalse();
        Advice restrained = learned(0, true)
                .advise(facts("E0304"), bounds(LearnedModelTest::any, LearnedModelTest::any, "Urgent."));
        assertThat(restrained.automatic()).isFalse();
        assertThat(restrained.reason()).isEqualTo("Urgent.");
    }

    @Test
    void says_so_when_nothing_is_possible() {
        Advice advice = learned(0, true).advise(facts("E0304"), bounds(label -> false, LearnedModelTest::any, ""));

        assertThat(advice.automatic()).isFalse();
        assertThat(advice.candidates()).isEmpty();
    }

    private static boolean any(String label) {
        return !label.isEmpty();
    }

    private static LearnedModel.Bounds bounds(
            Predicate<String> possible, Predicate<String> byItself, String restraint) {
        return new LearnedModel.Bounds(possible, byItself, restraint);
    }

    private static LearnedModel learned(double threshold, boolean automatic) {
        return new LearnedModel("unit-7", Target.UNIT, MODEL, threshold, automatic, Set.of("E0304", "E0110", "P0101"));
    }

    private static CaseFacts facts(String classCode) {
        return Example.facts(
                START.plus(Duration.ofDays(200)), classCode, "1", "450202001001001", "CITY_PATROL", "", ZoneOffset.UTC);
    }

    private static Model model() {
        List<Outcome> outcomes = new ArrayList<>();
        String[][] kinds = {{"E0304", "urban-enforcement"}, {"E0110", "sanitation"}, {"P0101", "water-company"}};
        for (int i = 0; i < 600; i++) {
            String[] kind = kinds[i % kinds.length];
            outcomes.add(new Outcome(
                    Example.facts(
                            START.plus(Duration.ofHours(6L * i)),
                            kind[0],
                            "1",
                            "450202001001001",
                            "CITY_PATROL",
                            "",
                            ZoneOffset.UTC),
                    kind[1]));
        }
        return Trainer.train(outcomes, Target.UNIT.scheme(), new Settings(Duration.ofDays(10), 0.9), done -> {});
    }
}

package city.urbanops.classifier;

import static city.urbanops.classifier.PretendCity.SCHEME;
import static city.urbanops.classifier.PretendCity.SILENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerTest {

    private final PretendCity city = new PretendCity();

    @Test
    void finds_the_unit_of_new_cases_as_often_as_can_be_known() {
        // Given
        Model model = Trainer.train(city.cases(4_000, 20), SCHEME, Settings.usual(), SILENT);
        List<Outcome> later = city.cases(1_000, 20);

        // When
        double accuracy = PretendCity.accuracy(model, later);

        // Then
        assertThat(accuracy).isCloseTo(0.95, within(0.03));
    }

    @Test
    void is_as_sure_as_it_is_right() {
        // Given
        Model model = Trainer.train(city.cases(8_000, 10), SCHEME, Settings.usual(), SILENT);
        List<Outcome> later = city.cases(2_000, 10);

        // When
        double sureness = later.stream()
                .mapToDouble(outcome ->
                        model.decide(outcome.facts(), 1).candidates().get(0).confidence())
                .average()
                .orElseThrow();

        // Then
        assertThat(sureness).isCloseTo(PretendCity.accuracy(model, later), within(0.05));
    }

    @Test
    void decides_by_itself_only_where_it_was_right_often_enough() {
        // Given: one case in a hundred goes elsewhere, whatever one knows
        List<Outcome> noisy = city.cases(4_000, 100);
        List<Outcome> plain = city.cases(4_000, Integer.MAX_VALUE);

        // When
        Model unsure = Trainer.train(noisy, SCHEME, Settings.usual(), SILENT);
        Model sure = Trainer.train(plain, SCHEME, new Settings(Duration.ofDays(1), 0.99), SILENT);

        // Then
        assertThat(unsure.threshold()).isEqualTo(Threshold.NEVER);
        assertThat(unsure.decide(noisy.get(0).facts(), 3).automatic()).isFalse();
        assertThat(sure.decide(plain.get(0).facts(), 3).automatic()).isTrue();
    }

    @Test
    void forgets_the_habits_of_before_a_reorganisation() {
        // Given: class 1 goes to another unit in the last fortnight of four months
        Instant start = Instant.parse("2025-01-01T00:00:00Z");
        List<Outcome> past = new ArrayList<>(city.cases(5_000, 50, start, kind -> ""));
        Instant reform = start.plus(PretendCity.BETWEEN.multipliedBy(5_000));
        past.addAll(city.cases(700, 50, reform, kind -> kind == 1 ? "new-office" : ""));

        // When
        Model model = Trainer.train(past, SCHEME, new Settings(Duration.ofDays(2), 0.99), SILENT);

        // Then
        assertThat(first(model, "E01")).isEqualTo("new-office");
        assertThat(first(model, "E02")).isEqualTo("company-2");
    }

    @Test
    void follows_results_that_flow_back_without_a_training() {
        // Given
        Model model = Trainer.train(city.cases(3_000, 50), SCHEME, Settings.usual(), SILENT);
        Instant later = Instant.parse("2025-03-10T00:00:00Z");

        // When
        city.cases(1_200, 50, later, kind -> kind == 3 ? "new-office" : "").forEach(model::learn);

        // Then
        assertThat(first(model, "E03")).isEqualTo("new-office");
    }

    @Test
    void says_of_how_many_earlier_cases_it_knows() {
        // Given
        List<Outcome> past = city.cases(2_000, Integer.MAX_VALUE);
        Model model = Trainer.train(past, SCHEME, Settings.usual(), SILENT);
        long such = past.stream()
                .filter(outcome -> outcome.facts().values().equals(Map.of("class", "E00", "area", "45023")))
                .count();

        // When
        Candidate candidate =
                model.decide(facts("E00", "45023", ""), 1).candidates().get(0);

        // Then
        assertThat(candidate.reasons())
                .contains(new Reason.Habitual(Map.of("class", "E00", "area", "45023"), such, such));
        assertThat(candidate.reasons().get(0).sentence()).contains("earlier cases with");
    }

    @Test
    void reads_the_text_when_nothing_else_is_known() {
        // Given
        Model model = Trainer.train(city.cases(2_000, Integer.MAX_VALUE), SCHEME, Settings.usual(), SILENT);

        // When
        Decision decision = model.decide(facts("", "", "much dust in the air"), 3);

        // Then
        assertThat(decision.candidates().get(0).label()).isEqualTo("company-2");
        assertThat(decision.candidates().get(0).reasons()).contains(new Reason.Wording("dust"));
    }

    @Test
    void the_same_past_gives_the_same_model_and_reading_it_back_changes_nothing() throws IOException {
        // Given
        List<Outcome> past = city.cases(1_500, 20);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Model first = Trainer.train(past, SCHEME, Settings.usual(), SILENT);
        first.write(bytes);

        // When
        Model second = Trainer.train(past, SCHEME, Settings.usual(), SILENT);
        Model read = Model.read(new ByteArrayInputStream(bytes.toByteArray()), SCHEME);

        // Then
        for (Outcome outcome : past.subList(0, 200)) {
            Decision decision = first.decide(outcome.facts(), 3);
            assertThat(second.decide(outcome.facts(), 3)).isEqualTo(decision);
            assertThat(read.decide(outcome.facts(), 3)).isEqualTo(decision);
        }
        assertThat(read.threshold()).isEqualTo(first.threshold());
    }

    @Test
    void an_empty_past_gives_a_model_that_names_nobody() {
        // Given
        Model model = Trainer.train(List.of(), SCHEME, Settings.usual(), SILENT);

        // When
        Decision decision = model.decide(facts("E00", "45023", "anything"), 3);

        // Then
        assertThat(decision).isEqualTo(new Decision(List.of(), false));
    }

    @Test
    void a_class_never_met_is_answered_and_not_sure() {
        // Given
        Model model = Trainer.train(city.cases(2_000, Integer.MAX_VALUE), SCHEME, Settings.usual(), SILENT);

        // When
        Decision decision = model.decide(facts("P9999", "99", "something else"), 3);

        // Then
        assertThat(decision.candidates()).hasSize(3);
        assertThat(decision.automatic()).isFalse();
    }

    @Test
    void refuses_bytes_that_are_no_model() {
        // Given
        byte[] other = {0, 0, 0, 9, 1, 2};

        // Then
        assertThatThrownBy(() -> Model.read(new ByteArrayInputStream(other), SCHEME))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("format 9");
    }

    private static String first(Model model, String kind) {
        return model.decide(facts(kind, "45021", ""), 1).candidates().get(0).label();
    }

    private static CaseFacts facts(String kind, String area, String text) {
        return new CaseFacts(Instant.parse("2025-06-01T00:00:00Z"), Map.of("class", kind, "area", area), text);
    }
}

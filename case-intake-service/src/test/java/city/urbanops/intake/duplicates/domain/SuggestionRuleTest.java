package city.urbanops.intake.duplicates.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuggestionRuleTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Point HERE = new Point(109.41, 24.31);
    private static final SuggestionRule RULE = new SuggestionRule(150, Duration.ofDays(14), 0.5);
    private static final String TEXT = "东环大道120号门口路灯已经三天不亮，晚上看不清路";

    @Test
    void ranks_the_same_words_at_the_same_place_first_and_says_why() {
        var near = openCase(1, "另一回事，说的完全是别的东西", HERE, NOON.minusSeconds(7200), false);
        var nearAndAlike = openCase(2, "您好，" + TEXT, HERE, NOON.minusSeconds(3600), false);
        var far = openCase(3, "跃进路小区化粪池堵塞污水外溢", new Point(109.5, 24.4), NOON, false);

        var suggestions = RULE.rank(typed(HERE), List.of(near, nearAndAlike, far));

        assertThat(suggestions).extracting(Suggestion::caseId).containsExactly(id(2), id(1));
        assertThat(suggestions.get(0).reasons())
                .anySatisfy(reason -> assertThat(reason).startsWith("same class, 0 m away, 1 h apart"))
                .anySatisfy(reason -> assertThat(reason).matches("text \\d+ % alike"));
    }

    @Test
    void a_case_found_in_two_ways_is_suggested_once_with_all_reasons() {
        var byText = openCase(1, TEXT, null, NOON.minusSeconds(60), false);
        var byCaller = openCase(1, TEXT, null, NOON.minusSeconds(60), true);

        var suggestions = RULE.rank(typed(null), List.of(byText, byCaller));

        assertThat(suggestions).singleElement().satisfies(one -> assertThat(one.reasons())
                .hasSize(2));
    }

    @Test
    void long_ago_or_another_class_is_no_reason() {
        var old = openCase(1, "别的文字说别的事情与此无关", HERE, NOON.minus(Duration.ofDays(15)), true);
        var otherClass = new OpenCase(id(2), "n", "E0110", "别的文字说别的事情与此无关", HERE, NOON, false);

        assertThat(RULE.rank(typed(HERE), List.of(old, otherClass))).isEmpty();
    }

    private static TypedReport typed(@Nullable Point point) {
        return new TypedReport(TEXT, "P0137", point, NOON);
    }

    private static OpenCase openCase(
            int number, String text, @Nullable Point point, Instant occurredAt, boolean sameCaller) {
        return new OpenCase(id(number), "n" + number, "P0137", text, point, occurredAt, sameCaller);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}

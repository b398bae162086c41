package city.urbanops.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ExpressionTest {

    private static final Vocabulary VOCABULARY = Vocabulary.define()
            .variable("rate", ValueType.NUMBER)
            .variable("cases", ValueType.INTEGER)
            .variable("classCode", ValueType.TEXT)
            .variable("tags", ValueType.TEXTS)
            .variable("numbers", ValueType.NUMBERS)
            .variable("at", ValueType.INSTANT)
            .optional("dueAt", ValueType.INSTANT)
            .optional("limit", ValueType.NUMBER)
            .build();

    private enum Kind {
        E0304
    }

    @Test
    void computes_a_curve() {
        assertThat(number("math.greatest(0.0, 25.0 - (100.0 - rate))", Map.of("rate", 97.5)))
                .isEqualTo(22.5);
    }

    @Test
    void compares_integers_with_numbers() {
        assertThat(run("cases > 1.5", ValueType.BOOLEAN, Map.of("cases", 2)).holds())
                .isTrue();
    }

    @Test
    void takes_texts_lists_maps_enums_and_times() {
        // Given
        var values = Map.of(
                "classCode", Kind.E0304,
                "tags", List.of("urgent", "school"),
                "numbers", Map.of("a", 2, "b", 0.5),
                "at", Instant.parse("2026-03-01T10:00:00Z"),
                "dueAt", Instant.parse("2026-03-01T12:00:00Z"));

        // Then
        assertThat(run("classCode.startsWith('E03') && 'school' in tags", ValueType.BOOLEAN, values)
                        .holds())
                .isTrue();
        assertThat(number("numbers['a'] * numbers['b']", values)).isEqualTo(1.0);
        assertThat(run("dueAt - at", ValueType.DURATION, values).value()).contains(Duration.ofHours(2));
        assertThat(run("dueAt != null && at < dueAt", ValueType.BOOLEAN, values).holds())
                .isTrue();
        assertThat(run("at + duration('1h')", ValueType.INSTANT, values).value())
                .contains(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @Test
    void an_absent_optional_is_null() {
        assertThat(run("dueAt == null && limit == null", ValueType.BOOLEAN, Map.of())
                        .holds())
                .isTrue();
        assertThat(run("limit == null ? 1.0 : limit * 2.0", ValueType.NUMBER, Collections.singletonMap("limit", 3))
                        .value())
                .contains(6.0);
    }

    @Test
    void arithmetic_with_an_absent_value_fails_with_a_reason() {
        assertThat(run("limit * 2.0", ValueType.NUMBER, Map.of())).isInstanceOf(Evaluation.Failed.class);
        assertThat(run("rate * 2.0", ValueType.NUMBER, Map.of())).isInstanceOf(Evaluation.Failed.class);
        assertThat(run("numbers['none']", ValueType.NUMBER, Map.of("numbers", Map.of())))
                .isInstanceOf(Evaluation.Failed.class);
    }

    @Test
    void division_by_zero_fails_with_a_reason() {
        assertThat(run("rate / 0.0", ValueType.NUMBER, Map.of("rate", 1)))
                .isEqualTo(new Evaluation.Failed("it gives Infinity: it divides by zero or exceeds all bounds"));
        assertThat(run("cases / 0", ValueType.INTEGER, Map.of("cases", 1))).isInstanceOf(Evaluation.Failed.class);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_runaway_comprehension_is_stopped() {
        // Given
        var many = IntStream.range(0, 2_000).mapToObj(Integer::toString).toList();
        var source = "tags.all(a, tags.all(b, tags.all(c, a + b + c != 'x')))";

        // When
        var evaluation = run(source, ValueType.BOOLEAN, Map.of("tags", many));

        // Then
        assertThat(evaluation).isInstanceOf(Evaluation.Failed.class);
        assertThat(((Evaluation.Failed) evaluation).reason()).contains("teration");
        assertThat(evaluation.holds()).isFalse();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pattern_that_makes_backtracking_explode_is_harmless() {
        assertThat(run("classCode.matches('^(a+)+$')", ValueType.BOOLEAN, Map.of("classCode", "a".repeat(5_000) + "!"))
                        .holds())
                .isFalse();
    }

    @Test
    void one_expression_serves_many_threads() {
        // Given
        var expression = compiled("rate * 2.0", ValueType.NUMBER);

        // When
        var wrong = IntStream.range(0, 5_000)
                .parallel()
                .filter(i -> !expression.evaluate(Map.of("rate", i)).value().equals(java.util.Optional.of(2.0 * i)))
                .count();

        // Then
        assertThat(wrong).isZero();
    }

    @Test
    void gives_the_same_answer_for_the_same_values() {
        var values = Map.of("numbers", Map.of("a", 0.1, "b", 0.2));
        var expression = compiled("numbers['a'] + numbers['b']", ValueType.NUMBER);
        assertThat(expression.evaluate(values)).isEqualTo(expression.evaluate(values));
        assertThat(expression.source()).isEqualTo("numbers['a'] + numbers['b']");
    }

    private static double number(String source, Map<String, ? extends @Nullable Object> values) {
        return (Double) run(source, ValueType.NUMBER, values).value().orElseThrow();
    }

    private static Evaluation run(String source, ValueType type, Map<String, ? extends @Nullable Object> values) {
        return compiled(source, type).evaluate(values);
    }

    private static Expression compiled(String source, ValueType type) {
        var compilation = VOCABULARY.compile(source, type);
        return compilation
                .expression()
                .orElseThrow(() -> new AssertionError(compilation.errors().toString()));
    }
}

package city.urbanops.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = Vocabulary.define()
            .variable("rate", ValueType.NUMBER)
            .variable("classCode", ValueType.TEXT)
            .optional("dueAt", ValueType.INSTANT)
            .build();

    @Test
    void names_line_and_column_of_an_unknown_variable() {
        // When
        var compilation = vocabulary.compile("rate >\n  closeRate", ValueType.BOOLEAN);

        // Then
        assertThat(compilation.expression()).isEmpty();
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0).line()).isEqualTo(2);
        assertThat(compilation.errors().get(0).column()).isEqualTo(3);
        assertThat(compilation.errors().get(0).message()).contains("closeRate");
    }

    @Test
    void refuses_operands_that_do_not_fit() {
        assertThat(vocabulary.compile("rate + classCode", ValueType.NUMBER).errors())
                .isNotEmpty();
    }

    @Test
    void refuses_a_result_of_another_type() {
        assertThat(vocabulary.compile("rate", ValueType.BOOLEAN).errors()).isNotEmpty();
    }

    @Test
    void refuses_what_is_not_the_language() {
        assertThat(vocabulary.compile("rate >", ValueType.BOOLEAN).errors()).isNotEmpty();
        assertThat(vocabulary.compile("  ", ValueType.BOOLEAN).errors())
                .extracting(SourceError::toString)
                .containsExactly("is empty");
    }

    @Test
    void refuses_a_source_that_is_too_long_or_nested_too_deep() {
        assertThat(vocabulary
                        .compile("rate" + " + rate".repeat(1000), ValueType.NUMBER)
                        .errors())
                .extracting(SourceError::message)
                .containsExactly("is longer than 4000 characters");
        assertThat(vocabulary
                        .compile("(".repeat(500) + "rate" + ")".repeat(500), ValueType.NUMBER)
                        .errors())
                .isNotEmpty();
    }

    @Test
    void an_optional_variable_can_be_compared_with_null() {
        assertThat(vocabulary
                        .compile("dueAt == null || rate > 1.0", ValueType.BOOLEAN)
                        .errors())
                .isEmpty();
    }

    @Test
    void a_name_is_declared_once_and_is_an_identifier() {
        assertThatThrownBy(() -> Vocabulary.define().variable("a b", ValueType.TEXT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> Vocabulary.define().variable("a", ValueType.TEXT).optional("a", ValueType.TEXT))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

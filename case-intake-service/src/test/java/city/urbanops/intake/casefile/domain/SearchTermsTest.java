package city.urbanops.intake.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.SearchTerms.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTermsTest {

    @Test
    void chinese_is_looked_for_in_pairs_and_in_one_piece() {
        var terms = SearchTerms.of("井盖丢失").orElseThrow();

        assertThat(terms.parts()).containsExactly(new Part("井盖", false), new Part("盖丢", false), new Part("丢失", false));
        assertThat(terms.runs()).containsExactly("井盖丢失");
    }

    @Test
    void two_characters_are_one_pair_and_one_is_the_beginning_of_pairs() {
        assertThat(SearchTerms.of("井盖").orElseThrow())
                .isEqualTo(new SearchTerms(List.of(List.of(new Part("井盖", false))), List.of()));
        assertThat(SearchTerms.of("盖").orElseThrow())
                .isEqualTo(new SearchTerms(List.of(List.of(new Part("盖", true))), List.of()));
    }

    @Test
    void words_are_lower_case_beginnings_whatever_is_between_them() {
        assertThat(SearchTerms.of("Street-LIGHT ＡＢＣ１２").orElseThrow().parts())
                .containsExactly(new Part("street", true), new Part("light", true), new Part("abc12", true));
    }

    @Test
    void words_and_chinese_side_by_side_are_apart() {
        assertThat(SearchTerms.of("5G基站").orElseThrow().parts())
                .containsExactly(new Part("5g", true), new Part("基站", false));
    }

    @Test
    void what_is_written_in_one_piece_is_one_segment() {
        assertThat(SearchTerms.of("井盖丢失 5G基站").orElseThrow().segments())
                .extracting(List::size)
                .containsExactly(3, 1, 1);
    }

    @Test
    void a_question_without_letters_has_no_terms() {
        assertThat(SearchTerms.of("%_' & | ! :*")).isEmpty();
    }
}

package city.urbanops.intake.duplicates.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.duplicates.application.SuggestionsConfig;
import city.urbanops.intake.duplicates.domain.TextFingerprintTest.Counts;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What the texts alone say of pairs labelled by hand ({@code duplicates/PROVENANCE.md}), at the threshold that is shipped. The figures stand
 * in ADR 0030; place and caller, which find what is told in other words, are not in this sample.
 */
class LabelledPairsTest {

    private static final double THRESHOLD = shipped();

    /** A pair of texts. */
    record Pair(boolean same, String kind, String first, String second) {

        /** As the service does: candidates from the index, then compared. */
        boolean isSuggested() {
            return isInTheIndex() && TextFingerprint.likeness(first, second) >= THRESHOLD;
        }

        boolean isInTheIndex() {
            var bands = TextFingerprint.of(second).bands();
            return TextFingerprint.of(first).bands().stream().anyMatch(bands::contains);
        }
    }

    @Test
    void texts_told_again_are_suggested_and_others_hardly_ever() throws IOException {
        var pairs = pairs();
        var all = counts(pairs);
        var toldAgain = counts(pairs.stream()
                .filter(pair -> !pair.same() || Set.of("NEAR", "RETOLD").contains(pair.kind()))
                .toList());
        var near = counts(pairs.stream()
                .filter(pair -> !pair.same() || pair.kind().equals("NEAR"))
                .toList());

        System.out.printf(
                "%d labelled pairs: %s; told again in their words: %s; nearly word for word: %s%n",
                pairs.size(), all, toldAgain, near);
        assertThat(pairs).hasSize(116);
        assertThat(all.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(near.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(toldAgain.recall()).isGreaterThanOrEqualTo(0.55);
        assertThat(all.recall()).isGreaterThanOrEqualTo(0.38);
    }

    /** Without this the index might as well give every text: the comparison after it would still put all right. */
    @Test
    void the_index_gives_hardly_any_text_that_tells_of_something_else() throws IOException {
        var others =
                pairs().stream().filter(pair -> pair.kind().equals("OTHER")).toList();

        var given = others.stream().filter(Pair::isInTheIndex).count();

        System.out.printf("%d of %d texts about something else share a band%n", given, others.size());
        assertThat(others).hasSize(24);
        assertThat(given).isLessThanOrEqualTo(2);
    }

    private static double shipped() {
        try {
            var likeness = SuggestionsConfig.class.getMethod("minLikeness").getAnnotation(WithDefault.class);
            return Double.parseDouble(likeness.value());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Counts counts(List<Pair> pairs) {
        var counts = new Counts(0, 0, 0);
        for (var pair : pairs) {
            counts = counts.plus(pair.same(), pair.isSuggested());
        }
        return counts;
    }

    private static List<Pair> pairs() throws IOException {
        try (var file = LabelledPairsTest.class.getResourceAsStream("/duplicates/pairs.csv");
                MappingIterator<Pair> rows = new CsvMapper()
                        .readerFor(Pair.class)
                        .with(CsvSchema.emptySchema().withHeader())
                        .readValues(file)) {
            return rows.readAll();
        }
    }
}

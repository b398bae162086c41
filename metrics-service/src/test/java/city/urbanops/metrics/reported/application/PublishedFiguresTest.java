package city.urbanops.metrics.reported.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.domain.Decimals;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.reported.domain.Figures;
import city.urbanops.metrics.reported.domain.Reports;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DOMAIN §13: what bureaus published comes out of what they report. */
class PublishedFiguresTest {

    private static final Period YEAR = Period.of("2023").orElseThrow();

    @ParameterizedTest
    @CsvSource({
        "two-illegals-target, 29.45, 27.61, , 106.66",
        "image-patches-done, 18775, 19460, , 96.48",
        "image-patches-done, 3218, 6036, 1038, 64.39",
        "image-patches-verified, 19460, 19460, , 100.00",
        "supervised-patches-done, 15, 22, , 68.18",
        "power-list-coverage, 22, 555, , 3.96",
        "licence-exam-passed, 4, 10, , 40.00",
        "rural-projects-done, 17, 47, , 36.17",
        "recycling-rate, 36.65, 100, , 36.65",
        "harmless-rate, 200100, 200100, , 100.00",
        "inspection-pass-rate, 169969, 172330, , 98.63",
        "inspection-pass-rate, 295887, 297407, , 99.49",
        "inspection-pass-rate, 245, 246, , 99.59",
        "penalty-cases-closed, 47, 83, , 56.63",
        "classification-coverage, 0, 0, , ",
    })
    void rates_are_those_published(
            String indicator, String numerator, String denominator, String excluded, String published) {
        // When
        var figure = figures(indicator, List.of(numerator), denominator, excluded)
                .of(YEAR)
                .get(0);

        // Then
        assertThat(figure.amounts().percent().map(BigDecimal::toPlainString).orElse(null))
                .isEqualTo(published);
        assertThat(figure.value().isPresent()).isEqualTo(published != null);
    }

    @ParameterizedTest
    @CsvSource({
        "29+17+3+40+157, 246",
        "3+3+18+173, 197",
        "5474+608, 6082",
        "517+162, 679",
        "22+533, 555",
        "3+10, 13",
        "23+6+1, 30"
    })
    void parts_add_up(String parts, String sum) {
        assertThat(figures("construction-law-cases", List.of(parts.split("\\+")), null, null)
                        .total(YEAR)
                        .orElseThrow()
                        .amounts()
                        .numerator())
                .isEqualByComparingTo(sum);
    }

    @Test
    void the_recycling_rate_is_above_its_target() {
        // When
        var figure = figures("recycling-rate", List.of("36.65"), "100", null)
                .of(YEAR)
                .get(0);

        // Then
        assertThat(figure.met()).contains(true);
        assertThat(Decimals.rounded(figure.attainment().orElseThrow(), 4)).isEqualByComparingTo("1.0471");
    }

    @Test
    void the_disposal_fee_grew_by_26_16_per_cent() {
        // Given: the year before as the growth published implies it
        var reports = List.of(Reports.count("a", "2022-05", "18691424"), Reports.count("a", "2023-05", "23581100"));

        // When
        var figure = new Figures(ShippedIndicators.find("disposal-fee"), reports)
                .of(Period.of("2023-05").orElseThrow())
                .get(0);

        // Then
        assertThat(Decimals.rounded(figure.growth().orElseThrow(), 4)).isEqualByComparingTo("0.2616");
        assertThat(figure.change().orElseThrow()).isEqualByComparingTo("4889676");
    }

    private static Figures figures(String indicator, List<String> numerators, String denominator, String excluded) {
        var reports = new ArrayList<city.urbanops.metrics.reported.domain.Entry.Report>();
        numerators.forEach(
                number -> reports.add(Reports.ratio("u" + reports.size(), "2023", number, denominator, excluded)));
        return new Figures(ShippedIndicators.find(indicator), reports);
    }
}

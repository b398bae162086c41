package city.urbanops.metrics.truth;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.application.Cases;
import city.urbanops.metrics.assessment.application.Cases.Told;
import city.urbanops.metrics.assessment.application.ShippedSchemes;
import city.urbanops.metrics.assessment.domain.Decimals;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.domain.Counts;
import city.urbanops.metrics.domain.Indicator;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Percentages as cities print them. Each row becomes as many cases as it counts, each told event by event; the indicator is chosen by what
 * the row is divided by, for that differs from city to city.
 */
class BulletinsTest {

    private static final int PER_CENT = 100;
    private static final int OF = 10_000;

    @Test
    void our_own_table_comes_out_as_printed() throws IOException {
        try (var file = BulletinsTest.class.getResourceAsStream("/bulletins/own.csv")) {
            assertPrinted(RealData.rows(file));
        }
    }

    @Test
    void published_percentages_come_out_as_printed() throws IOException {
        var rows = RealData.rows("published_bulletins/rates.csv").stream()
                .filter(row -> !row.get("numerator").contains("."))
                .toList();
        assertThat(rows).hasSizeGreaterThan(10);
        assertPrinted(rows);
    }

    @Test
    void published_curve_scores_come_out_as_printed() throws IOException {
        for (var row : RealData.rows("published_bulletins/curve_points.csv")) {
            assertThat(points(row)).as(row.toString()).isEqualByComparingTo(row.get("published_score"));
        }
    }

    @Test
    void the_seeds_arithmetic_holds() {
        assertThat(percent("closed", 169_969, "filed", 172_330)).isEqualTo("98.63");
        assertThat(percent("closed", 295_887, "filed", 297_407)).isEqualTo("99.49");
        assertThat(percent("closed", 245, "filed", 29 + 17 + 3 + 40 + 157)).isEqualTo("99.59");
        assertThat(percent("closed", 18_775, "filed", 19_460)).isEqualTo("96.48");
        assertThat(percent("closed", 3_218, "filed", 4_998)).isEqualTo("64.39");
    }

    private static void assertPrinted(List<Map<String, String>> rows) {
        for (var row : rows) {
            var printed = percent(
                    row.get("numerator_name"),
                    Integer.parseInt(row.get("numerator")),
                    row.get("denominator_name"),
                    Integer.parseInt(row.get("denominator")));
            assertThat(printed).as(row.toString()).isEqualTo(row.get("published_percent"));
        }
    }

    /** Empty on a zero base. */
    private static String percent(String partName, int part, String baseName, int base) {
        var ratio = Indicator.find(indicator(partName, baseName)).orElseThrow();
        return ratio.of(counts(partName, part, baseName, base))
                .map(rate -> Decimals.rounded(Decimals.of(rate * PER_CENT), 2).toPlainString())
                .orElse("");
    }

    private static String indicator(String part, String base) {
        return switch (part + " / " + base) {
            case "closed / due to close" -> "close-rate.due";
            case "closed in time / due to close" -> "in-time-close-rate";
            case "closed / filed", "closed / coordinated", "done / total" -> "close-rate";
            case "filed / accepted" -> "valid-report-rate";
            default -> throw new AssertionError("no indicator for " + part + " / " + base);
        };
    }

    private static Counts counts(String partName, int part, String baseName, int base) {
        var cases = new Cases("u");
        if (partName.equals("filed")) {
            return cases.add(part, told -> told).add(base - part, Told::voided).counts();
        }
        cases.add(part, told -> told.handedBackInTime().closed());
        return (baseName.equals("due to close")
                        ? cases.add(base - part, Told::overdue)
                        : cases.add(base - part, told -> told))
                .counts();
    }

    private static BigDecimal points(Map<String, String> row) {
        var rate = Double.parseDouble(row.get("rate_percent"));
        var onTime = row.get("indicator").equals("on-time closing");
        var inTime = onTime ? (int) Math.round(rate * OF / PER_CENT) : OF;
        var cases = new Cases("u")
                .add(inTime, told -> told.handedBackInTime().closed())
                .add(OF - inTime, told -> told.handedBackLate().closed());
        var base = row.get("note").contains("95") ? 95.0 : 98.0;
        var inputs = Map.of("satisfaction", onTime ? base : rate, "satisfactionBase", base);
        var line = ShippedSchemes.compiled("lianyungang-hotline")
                .score(List.of(new UnitFigures("u", cases.counts(), inputs, List.of(), List.of())))
                .get(0)
                .line()
                .parts()
                .get(onTime ? 0 : 1);
        var printed = new BigDecimal(row.get("published_score"));
        return Decimals.rounded(java.util.Objects.requireNonNull(line.points()), printed.scale());
    }
}

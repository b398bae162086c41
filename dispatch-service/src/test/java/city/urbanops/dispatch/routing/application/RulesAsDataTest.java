package city.urbanops.dispatch.routing.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.dispatch.routing.domain.Exemptions;
import city.urbanops.dispatch.routing.domain.Matrix;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.routing.domain.PastCase;
import city.urbanops.dispatch.routing.domain.Router;
import city.urbanops.dispatch.routing.domain.Routing;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.routing.domain.ShadowReport;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.dispatch.units.domain.Workplace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rules with expressions, dates and switches, and exemptions, as routing meets them. */
class RulesAsDataTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant EIGHT_IN_THE_EVENING = Instant.parse("2026-03-04T12:00:00Z");
    private static final UnitDirectory UNITS = new UnitDirectory("u1", List.of(unit("day"), unit("night")));
    private static final MatrixRule DAY = rule("r1", "day", null, null);

    @Test
    void an_expression_that_holds_goes_before_the_same_rule_without() {
        MatrixRule evening = rule("r2", "night", "hour >= 18 && channel == 'HOTLINE_12345'", null);

        assertThat(unitOf(matrix(Map.of(), DAY, evening), question("HOTLINE_12345")))
                .isEqualTo("night");
        assertThat(unitOf(matrix(Map.of(), DAY, evening), question("CITY_PATROL")))
                .isEqualTo("day");
    }

    @Test
    void an_expression_that_fails_while_it_runs_does_not_hold() {
        MatrixRule divides = rule("r2", "night", "1 / (textLength - textLength) == 1", null);

        assertThat(unitOf(matrix(Map.of(), DAY, divides), question("HOTLINE_12345")))
                .isEqualTo("day");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_expression_that_runs_away_is_stopped_and_does_not_hold() {
        // Given: three million rounds, and every one of them true
        String many = IntStream.range(0, 150).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
        String endless = "%1$s.all(a, %1$s.all(b, %1$s.all(c, a + b + c + hour >= 0)))".formatted(many);
        MatrixRule runaway = rule("r2", "night", endless, null);

        // Then
        assertThat(CheckMatrix.expressionErrors(endless))
                .as("it does type-check")
                .isEmpty();
        assertThat(unitOf(matrix(Map.of(), DAY, runaway), question("HOTLINE_12345")))
                .isEqualTo("day");
    }

    @Test
    void an_expression_that_does_not_type_check_is_refused_with_its_place() {
        assertThat(CheckMatrix.expressionErrors("hour == 'eight'"))
                .singleElement()
                .asString()
                .contains("1:");
        assertThat(CheckMatrix.expressionErrors("weather == 'rain'"))
                .singleElement()
                .asString()
                .contains("weather");
        assertThat(CheckMatrix.expressionErrors("hour + 1")).isNotEmpty();
        assertThat(CheckMatrix.expressionErrors("urgent || hour < 6")).isEmpty();
    }

    @Test
    void a_rule_counts_on_its_days_only() {
        LocalDate today = LocalDate.parse("2026-03-04");

        assertThat(unitOf(matrix(Map.of(), DAY, rule("r2", "night", "true", today)), question("X")))
                .isEqualTo("night");
        assertThat(unitOf(matrix(Map.of(), DAY, rule("r2", "night", "true", today.plusDays(1))), question("X")))
                .isEqualTo("day");
    }

    @Test
    void a_rule_switched_off_leaves_its_cases_to_a_person() {
        Matrix matrix = matrix(Map.of("r1", "The unit day is dissolved."), DAY);

        assertThat(Router.route(question("X"), matrix, UNITS))
                .isInstanceOf(Routing.ToQueue.class)
                .extracting(Routing::reason)
                .asString()
                .contains("r1", "The unit day is dissolved.");
    }

    @Test
    void an_exempted_place_and_hour_is_looked_at_first() {
        // Given
        List<List<List<Double>>> market = List.of(List.of(
                List.of(109.40, 24.30),
                List.of(109.41, 24.30),
                List.of(109.41, 24.31),
                List.of(109.40, 24.31),
                List.of(109.40, 24.30)));
        Exemption evenings = new Exemption(
                "z1",
                "Night market",
                List.of("P01"),
                market,
                "18:00-23:00",
                null,
                null,
                null,
                Exemption.Suggestion.NO_VIOLATION,
                "vendor points of 2026");
        Exemptions exemptions = new Exemptions("e1", ZONE, List.of(evenings));
        Matrix matrix = matrix(Map.of(), DAY);

        // Then
        assertThat(Router.route(question("X", EIGHT_IN_THE_EVENING, 109.405), matrix, UNITS, exemptions))
                .isInstanceOf(Routing.ToQueue.class)
                .extracting(Routing::reason)
                .asString()
                .contains("z1", "no violation");
        assertThat(Router.route(question("X", EIGHT_IN_THE_EVENING, 109.5), matrix, UNITS, exemptions))
                .isInstanceOf(Routing.ToUnit.class);
        assertThat(Router.route(
                        question("X", EIGHT_IN_THE_EVENING.minusSeconds(4 * 3600), 109.405), matrix, UNITS, exemptions))
                .isInstanceOf(Routing.ToUnit.class);
    }

    @Test
    void a_shadow_run_says_what_would_change_and_who_was_right() {
        // Given
        UUID caseId = UUID.randomUUID();
        Matrix candidate = matrix(Map.of(), DAY, rule("r2", "night", "hour >= 18", null));

        // When
        ShadowReport report = ShadowReport.of(
                List.of(new PastCase(caseId, question("X"), "night")),
                matrix(Map.of(), DAY),
                candidate,
                UNITS,
                new Exemptions("e0", ZONE, List.of()));

        // Then
        assertThat(report.cases()).isEqualTo(1);
        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.presentRight()).isZero();
        assertThat(report.candidateRight()).isEqualTo(1);
        assertThat(report.byClass()).containsExactly(new ShadowReport.ClassChange("P0101", 1));
        assertThat(report.byUnit())
                .containsExactly(new ShadowReport.UnitChange("day", 1, 0), new ShadowReport.UnitChange("night", 0, 1));
        assertThat(report.examples()).extracting(ShadowReport.Example::caseId).containsExactly(caseId);
    }

    @Test
    void a_spreadsheet_names_its_lines() {
        List<RuleDraft> drafts = MatrixCsv.read(
                "rule_id,class_pattern,lead_unit,assisting_units,source\nr1,P,day,,x\nr2,E,night,day; other,y\n");

        assertThat(drafts).extracting(RuleDraft::at).containsExactly("line 2", "line 3");
        assertThat(drafts.get(1).assistingUnits()).containsExactly("day", "other");
    }

    private static String unitOf(Matrix matrix, RoutingQuestion question) {
        return Router.route(question, matrix, UNITS) instanceof Routing.ToUnit found
                ? found.unit().code()
                : "queue";
    }

    private static Matrix matrix(Map<String, String> switchedOff, MatrixRule... rules) {
        List<MatrixRule> all = List.of(rules);
        return new Matrix("m1", all, RuleExpressions.ready(ZONE, all, switchedOff));
    }

    private static RoutingQuestion question(String channel) {
        return question(channel, EIGHT_IN_THE_EVENING, 109.5);
    }

    private static RoutingQuestion question(String channel, Instant at, double longitude) {
        return new RoutingQuestion(
                "P0101",
                "1",
                "450202001001001",
                new RoutingQuestion.Circumstances(
                        channel, false, 12, at, new RoutingQuestion.Place(longitude, 24.305), null));
    }

    private static MatrixRule rule(String id, String unit, @Nullable String expression, @Nullable LocalDate from) {
        return new MatrixRule(id, "P0101", null, null, unit, List.of(), "test", expression, from, null);
    }

    private static Unit unit(String code) {
        return new Unit(code, code, code, "COMPANY", null, Workplace.TASK_DESK, "450200", true);
    }
}

package city.urbanops.dispatch.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.dispatch.units.domain.Workplace;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final UnitDirectory UNITS = new UnitDirectory(
            "u1",
            List.of(
                    unit("fallback", true),
                    unit("parts", true),
                    unit("water", true),
                    unit("north", true),
                    unit("gone", false)));
    private static final RoutingQuestion WATER_COVER = new RoutingQuestion("P0101", "2", "450202001002003");

    @Test
    void the_minor_class_goes_before_the_major_and_that_before_the_kind() {
        // Given
        MatrixRule kind = rule("r1", "P", null, null, "fallback");
        MatrixRule major = rule("r2", "P01", null, null, "parts");
        MatrixRule minor = rule("r3", "P0101", null, null, "water");

        // Then
        assertThat(unitOf(kind, major, minor)).isEqualTo("water");
        assertThat(unitOf(major, kind)).isEqualTo("parts");
        assertThat(unitOf(kind)).isEqualTo("fallback");
    }

    @Test
    void a_condition_goes_before_an_area_and_a_smaller_area_before_a_larger() {
        // Given
        MatrixRule everywhere = rule("r1", "P0101", null, null, "fallback");
        MatrixRule district = rule("r2", "P0101", null, "450202", "parts");
        MatrixRule street = rule("r3", "P0101", null, "450202001", "north");
        MatrixRule condition = rule("r4", "P0101", "2", null, "water");

        // Then
        assertThat(unitOf(everywhere, district, street)).isEqualTo("north");
        assertThat(unitOf(everywhere, district)).isEqualTo("parts");
        assertThat(unitOf(everywhere, street, condition)).isEqualTo("water");
    }

    @Test
    void rules_of_other_conditions_and_areas_do_not_count() {
        assertThat(unitOf(
                        rule("r1", "P", null, null, "fallback"),
                        rule("r2", "P0101", "3", null, "water"),
                        rule("r3", "P0101", null, "450203", "north")))
                .isEqualTo("fallback");
    }

    @Test
    void says_why_in_one_sentence_and_keeps_the_alternatives() {
        // When
        Routing routing = route(rule("r1", "P", null, null, "fallback"), rule("r2", "P0101", null, null, "water"));

        // Then
        assertThat(routing.reason()).contains("r2", "P0101", "450202001002003", "water");
        assertThat(routing.candidates()).extracting(MatrixRule::ruleId).containsExactly("r2", "r1");
    }

    @Test
    void asks_a_person_when_no_rule_covers_the_case() {
        assertThat(route(rule("r1", "E", null, null, "fallback")))
                .isInstanceOfSatisfying(Routing.ToQueue.class, queue -> assertThat(queue.reason())
                        .contains("P0101"));
    }

    @Test
    void asks_a_person_when_the_unit_is_dissolved_or_unknown() {
        assertThat(route(rule("r1", "P0101", null, null, "gone")))
                .isInstanceOfSatisfying(Routing.ToQueue.class, queue -> assertThat(queue.reason())
                        .contains("gone", "active"));
        assertThat(route(rule("r1", "P0101", null, null, "nobody")))
                .isInstanceOfSatisfying(Routing.ToQueue.class, queue -> assertThat(queue.reason())
                        .contains("nobody", "not exist"));
    }

    @Test
    void asks_a_person_when_two_rules_fit_equally_but_disagree() {
        // Given
        MatrixRule one = rule("r1", "P0101", null, null, "water");
        MatrixRule other = rule("r2", "P0101", null, null, "north");
        MatrixRule agreeing = rule("r3", "P0101", null, null, "water");

        // Then
        assertThat(route(one, other)).isInstanceOfSatisfying(Routing.ToQueue.class, queue -> assertThat(queue.reason())
                .contains("r1", "r2"));
        assertThat(unitOf(one, agreeing)).isEqualTo("water");
    }

    private static Routing route(MatrixRule... rules) {
        return Router.route(WATER_COVER, new Matrix("m1", List.of(rules)), UNITS);
    }

    private static String unitOf(MatrixRule... rules) {
        return route(rules) instanceof Routing.ToUnit found ? found.unit().code() : "the queue";
    }

    private static MatrixRule rule(
            String id, String pattern, @Nullable String condition, @Nullable String area, String unit) {
        return new MatrixRule(id, pattern, condition, area, unit, List.of(), "test");
    }

    private static Unit unit(String code, boolean active) {
        return new Unit(code, code, code, "COMPANY", null, Workplace.TASK_DESK, "450200", active);
    }
}

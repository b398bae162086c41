package city.urbanops.dispatch.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import city.urbanops.dispatch.units.domain.Workplace;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What joint operations add to the matrix's decision. */
class OperationsTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Instant END = Instant.parse("2026-12-01T00:00:00Z");
    private static final Unit CITY = unit("city", true);
    private static final UnitDirectory UNITS =
            new UnitDirectory("u1", List.of(CITY, unit("police", true), unit("transport", true), unit("gone", false)));
    private static final MatrixRule RULE =
            new MatrixRule("r1", "E01", null, null, "city", List.of("transport"), "test");

    @Test
    void while_it_runs_its_units_help_beside_the_matrix_s_and_the_reason_names_it() {
        Operations.Handling handling = join(operation("o1", null, "police"), START);

        assertThat(handling.unit()).isEqualTo(CITY);
        assertThat(handling.assistingUnits()).containsExactly("transport", "police");
        assertThat(handling.reason())
                .isEqualTo(
                        "By rule. It is a case of the joint operation o1, checkpoints (plan) with the help of police.");
    }

    @Test
    void where_it_names_a_lead_that_one_leads_and_the_matrix_s_helps() {
        Operations.Handling handling = join(operation("o1", "police", "transport"), START);

        assertThat(handling.unit().code()).isEqualTo("police");
        assertThat(handling.assistingUnits()).containsExactly("transport", "city");
        assertThat(handling.reason()).contains(", led by police with the help of transport");
    }

    @Test
    void before_and_after_and_elsewhere_it_changes_nothing() {
        for (Operations.Handling handling : List.of(
                join(operation("o1", "police", "transport"), START.minusMillis(1)),
                join(operation("o1", "police", "transport"), END),
                join(
                        new JointOperation("o", "n", List.of("E02"), null, "police", List.of(), START, END, "plan"),
                        START),
                join(
                        new JointOperation("o", "n", List.of("E"), "450203", "police", List.of(), START, END, "plan"),
                        START))) {
            assertThat(handling.unit()).isEqualTo(CITY);
            assertThat(handling.assistingUnits()).containsExactly("transport");
            assertThat(handling.reason()).isEqualTo("By rule.");
        }
    }

    @Test
    void a_lead_dissolved_since_does_not_lead() {
        assertThat(join(operation("o1", "gone", "police"), START).unit()).isEqualTo(CITY);
    }

    @Test
    void operations_meet_where_one_case_could_be_of_both() {
        JointOperation one = operation("o1", "police");
        JointOperation narrower = new JointOperation(
                "o2", "n", List.of("E0101"), "450202001", "city", List.of(), END.minusSeconds(1), END, "plan");
        JointOperation later =
                new JointOperation("o3", "n", List.of("E01"), null, "city", List.of(), END, END.plusSeconds(1), "plan");
        JointOperation elsewhere =
                new JointOperation("o4", "n", List.of("E01"), "450203", "city", List.of(), START, END, "plan");

        assertThat(one.meets(narrower)).isTrue();
        assertThat(narrower.meets(one)).isTrue();
        assertThat(one.meets(later)).isFalse();
        assertThat(narrower.meets(elsewhere)).isFalse();
    }

    private static JointOperation operation(String id, String lead, String... assisting) {
        return new JointOperation(
                id, "checkpoints", List.of("E01"), null, lead, List.of(assisting), START, END, "plan");
    }

    private static Operations.Handling join(JointOperation operation, Instant at) {
        RoutingQuestion question = new RoutingQuestion(
                "E0101",
                "1",
                "450202001001001",
                new RoutingQuestion.Circumstances("CITY_PATROL", false, 0, at, null, null));
        return new Operations("o1", List.of(operation))
                .join(new Routing.ToUnit(CITY, RULE, "By rule.", List.of(RULE)), question, UNITS);
    }

    private static Unit unit(String code, boolean active) {
        return new Unit(code, code, code, "DEPARTMENT", null, Workplace.TASK_DESK, "450200", active);
    }
}

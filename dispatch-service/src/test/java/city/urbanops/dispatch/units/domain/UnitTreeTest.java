package city.urbanops.dispatch.units.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitTreeTest {

    private final UnitTree tree = new UnitTree(
            List.of(unit("bureau", null, true), unit("brigade", "bureau", true), unit("squad", "brigade", true)));

    @Test
    void a_new_unit_stands_behind_its_parent() {
        assertThat(tree.with(unit("crew", "squad", true)))
                .isInstanceOfSatisfying(UnitTree.Change.Made.class, made -> assertThat(made.units())
                        .extracting(Unit::code)
                        .containsExactly("bureau", "brigade", "squad", "crew"));
    }

    @Test
    void a_unit_may_move_below_one_that_came_later() {
        UnitTree two = new UnitTree(List.of(unit("first", null, true), unit("second", null, true)));

        assertThat(two.with(unit("first", "second", true)))
                .isInstanceOfSatisfying(
                        UnitTree.Change.Made.class,
                        made -> assertThat(made.units()).extracting(Unit::code).containsExactly("second", "first"));
    }

    @Test
    void refuses_a_circle_and_names_it() {
        assertThat(tree.with(unit("bureau", "squad", true)))
                .isEqualTo(
                        new UnitTree.Change.Refused("parentCode", "makes a circle: bureau > squad > brigade > bureau"));
        assertThat(tree.with(unit("bureau", "bureau", true))).isInstanceOf(UnitTree.Change.Refused.class);
    }

    @Test
    void refuses_a_parent_that_is_not_there_or_dissolved() {
        assertThat(tree.with(unit("crew", "nobody", true)))
                .isEqualTo(new UnitTree.Change.Refused("parentCode", "'nobody' is not a unit"));
        assertThat(new UnitTree(List.of(unit("old", null, false))).with(unit("crew", "old", true)))
                .isEqualTo(new UnitTree.Change.Refused("parentCode", "'old' is dissolved"));
    }

    @Test
    void a_unit_with_others_below_it_is_not_dissolved() {
        assertThat(tree.with(unit("brigade", "bureau", false)))
                .isEqualTo(new UnitTree.Change.Refused("active", "units hang below it, move them first: squad"));
        assertThat(tree.with(unit("squad", "brigade", false))).isInstanceOf(UnitTree.Change.Made.class);
    }

    private static Unit unit(String code, @Nullable String parent, boolean active) {
        return new Unit(code, code, code, "DEPARTMENT", parent, Workplace.TASK_DESK, "450200", active);
    }
}

package city.urbanops.dispatch.units.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitDirectoryTest {

    @Test
    void finds_a_unit_by_its_code() {
        // Given
        UnitDirectory units = new UnitDirectory("1", List.of(unit("bureau", null), unit("company", "bureau")));

        // Then
        assertThat(units.find("company"))
                .hasValueSatisfying(found -> assertThat(found.parentCode()).isEqualTo("bureau"));
        assertThat(units.find("Company")).isEmpty();
    }

    @Test
    void rejects_a_code_that_comes_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitDirectory("1", List.of(unit("bureau", null), unit("bureau", null))))
                .withMessageContaining("bureau");
    }

    @Test
    void rejects_a_child_before_its_parent_and_so_every_cycle() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UnitDirectory("1", List.of(unit("one", "two"), unit("two", "one"))))
                .withMessageContaining("one");
    }

    private static Unit unit(String code, @Nullable String parent) {
        return new Unit(code, code, code, "DEPARTMENT", parent, Workplace.TASK_DESK, "450200", true);
    }
}

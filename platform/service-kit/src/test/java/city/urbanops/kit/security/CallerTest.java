package city.urbanops.kit.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    private static final Set<String> CENTRAL = Set.of("overseer");
    private static final String HERE = "450202001";

    @Test
    void a_central_role_sees_every_unit_and_rows_without_one() {
        // Given
        var scope = caller("overseer", Optional.of("water"), Optional.empty()).scope(CENTRAL);

        // Then
        assertThat(scope.admits(Optional.of("sewage"), HERE)).isTrue();
        assertThat(scope.admits(Optional.empty(), HERE)).isTrue();
    }

    @Test
    void an_area_narrows_a_central_role() {
        // Given
        var scope = caller("overseer", Optional.empty(), Optional.of("450203")).scope(CENTRAL);

        // Then
        assertThat(scope.admits(Optional.of("water"), HERE)).isFalse();
        assertThat(scope.admits(Optional.of("water"), "450203005")).isTrue();
    }

    @Test
    void anybody_else_sees_the_own_unit_only() {
        // Given
        var scope = caller("clerk", Optional.of("water"), Optional.empty()).scope(CENTRAL);

        // Then
        assertThat(scope.admits(Optional.of("water"), HERE)).isTrue();
        assertThat(scope.admits(Optional.of("sewage"), HERE)).isFalse();
        assertThat(scope.admits(Optional.empty(), HERE)).isFalse();
    }

    @Test
    void without_a_unit_there_is_nothing_to_see() {
        // Given
        var scope = caller("clerk", Optional.empty(), Optional.empty()).scope(CENTRAL);

        // Then
        assertThat(scope.nothing()).isTrue();
        assertThat(scope.admits(Optional.of("water"), HERE)).isFalse();
        assertThat(scope.admits(Optional.empty(), HERE)).isFalse();
    }

    private static Caller caller(String role, Optional<String> department, Optional<String> area) {
        return new Caller("somebody", "client", Set.of(role), department, area);
    }
}

package city.urbanops.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.Roles;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final String GRID = "450202001001001";

    @Test
    void central_roles_see_the_whole_city_also_before_there_is_a_unit() {
        var dispatcher = account(Roles.DISPATCHER, null, null);

        assertThat(dispatcher.maySee(Optional.empty(), GRID)).isTrue();
        assertThat(dispatcher.maySee(Optional.of("sanitation"), GRID)).isTrue();
    }

    @Test
    void an_area_narrows_what_a_central_role_sees() {
        var dispatcher = account(Roles.DISPATCHER, null, "450203");

        assertThat(dispatcher.maySee(Optional.empty(), GRID)).isFalse();
        assertThat(dispatcher.maySee(Optional.empty(), "450203001")).isTrue();
        assertThat(dispatcher.maySee(Optional.empty(), "")).isFalse();
    }

    @Test
    void a_department_role_sees_only_its_own_department() {
        var water = account(Roles.DEPARTMENT_STAFF, "water-company", null);

        assertThat(water.maySee(Optional.of("water-company"), GRID)).isTrue();
        assertThat(water.maySee(Optional.of("sanitation"), GRID)).isFalse();
        assertThat(water.maySee(Optional.empty(), GRID)).isFalse();
    }

    @Test
    void a_department_role_in_an_area_sees_what_both_allow() {
        var water = account(Roles.DEPARTMENT_STAFF, "water-company", "450203");

        assertThat(water.maySee(Optional.of("water-company"), GRID)).isFalse();
        assertThat(water.maySee(Optional.of("water-company"), "450203001001001"))
                .isTrue();
    }

    @Test
    void without_a_department_nothing_is_seen_not_even_what_has_none() {
        var publisher = account(Roles.SYSTEM_PUBLISHER, null, null);

        assertThat(publisher.maySee(Optional.empty(), GRID)).isFalse();
        assertThat(publisher.maySee(Optional.of("sanitation"), GRID)).isFalse();
    }

    private static Account account(String role, String department, String area) {
        return new Account(
                "a", "c", Set.of(role), Optional.ofNullable(department), Optional.ofNullable(area), Instant.MAX);
    }
}

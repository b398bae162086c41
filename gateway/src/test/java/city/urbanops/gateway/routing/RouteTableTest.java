package city.urbanops.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.gateway.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private final RouteTable table = RouteTable.of(List.of(
            new Route("/api/v1/cases", Service.CASE_INTAKE, "/api/v1/cases"),
            new Route("/api/v1/cases/board", Service.METRICS, "/api/v1/cases/board"),
            new Route("/api/v1/operations/dispatch/parked", Service.DISPATCH, "/api/v1/operations/parked")));

    @Test
    void finds_the_service_of_a_path_and_of_all_below_it() {
        assertThat(table.find("/api/v1/cases")).isNotNull();
        assertThat(table.find("/api/v1/cases/")).isNotNull();
        assertThat(table.find("/api/v1/cases/1/journal"))
                .extracting(Route::service)
                .isEqualTo(Service.CASE_INTAKE);
    }

    @Test
    void prefers_the_longest_path() {
        assertThat(table.find("/api/v1/cases/board/2"))
                .extracting(Route::service)
                .isEqualTo(Service.METRICS);
    }

    @Test
    void does_not_take_half_a_segment_for_a_path() {
        assertThat(table.find("/api/v1/casesx")).isNull();
        assertThat(table.find("/api/v1/case")).isNull();
        assertThat(table.find("/api/v1")).isNull();
        assertThat(table.find("/")).isNull();
    }

    @Test
    void puts_the_target_in_the_place_of_the_path_and_keeps_the_rest() {
        // Given
        var route = table.find("/api/v1/operations/dispatch/parked/case-events/k/replay");

        // When
        var target = route.rewrite("/api/v1/operations/dispatch/parked/case-events/k/replay?a=%2F");

        // Then
        assertThat(target).isEqualTo("/api/v1/operations/parked/case-events/k/replay?a=%2F");
    }

    @Test
    void refuses_two_routes_of_one_path() {
        var twice = List.of(new Route("/a", Service.METRICS, "/a"), new Route("/a", Service.DISPATCH, "/a"));

        assertThatThrownBy(() -> RouteTable.of(twice)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refuses_a_route_that_ends_with_a_slash() {
        assertThatThrownBy(() -> new Route("/a/", Service.METRICS, "/a")).hasMessageContaining("/a/");
    }
}

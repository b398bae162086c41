package city.urbanops.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.gateway.Service;
import city.urbanops.gateway.routing.Route;
import city.urbanops.gateway.routing.RouteTable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedDocumentTest {

    private static final RouteTable ROUTES = RouteTable.of(List.of(
            new Route("/api/v1/cases", Service.CASE_INTAKE, "/api/v1/cases"),
            new Route("/api/v1/tasks", Service.DISPATCH, "/api/v1/tasks"),
            new Route("/api/v1/operations/dispatch/parked", Service.DISPATCH, "/api/v1/operations/parked")));

    private final MergedDocument merge = new MergedDocument(
            ROUTES, new JsonObject("{\"openapi\":\"3.1.0\",\"paths\":{},\"components\":{\"schemas\":{}}}"));

    @Test
    void shows_only_what_is_routed_and_under_the_public_path() {
        // Given
        var intake = document(Service.CASE_INTAKE, "/api/v1/cases/{id}", "/api/v1/internal", "/api/v1/tasks/{id}");
        var dispatch = document(Service.DISPATCH, "/api/v1/operations/parked/{topic}", "/api/v1/tasks");

        // When
        var merged = merge.of(List.of(intake, dispatch), List.of("metrics"));

        // Then
        assertThat(merged.getJsonObject("paths").fieldNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/cases/{id}", "/api/v1/operations/dispatch/parked/{topic}", "/api/v1/tasks");
        assertThat(merged.getJsonArray("x-missing-services")).containsExactly("metrics");
    }

    @Test
    void shares_components_that_say_the_same() {
        var merged = merge.of(
                List.of(
                        withSchemas(Service.CASE_INTAKE, "/api/v1/cases", "{\"P\":{\"type\":\"object\"}}"),
                        withSchemas(Service.DISPATCH, "/api/v1/tasks", "{\"P\":{\"type\":\"object\"}}")),
                List.of());

        assertThat(schemas(merged).fieldNames()).containsExactly("P");
    }

    @Test
    void renames_a_component_that_says_something_else_and_all_that_refers_to_it() {
        // Given
        var intake = withSchemas(
                Service.CASE_INTAKE,
                "/api/v1/cases",
                "{\"P\":{\"properties\":{\"q\":{\"$ref\":\"#/components/schemas/Q\"}}},\"Q\":{\"type\":\"string\"}}");
        var dispatch = withSchemas(
                Service.DISPATCH,
                "/api/v1/tasks",
                "{\"P\":{\"properties\":{\"q\":{\"$ref\":\"#/components/schemas/Q\"}}},\"Q\":{\"type\":\"integer\"}}");

        // When
        var merged = merge.of(List.of(intake, dispatch), List.of());

        // Then: P says the same in words, but refers to another Q
        assertThat(schemas(merged).fieldNames()).containsExactlyInAnyOrder("P", "Q", "dispatch.P", "dispatch.Q");
        assertThat(schemas(merged).getJsonObject("dispatch.P").encode()).contains("#/components/schemas/dispatch.Q");
        assertThat(schemas(merged).getJsonObject("P").encode()).contains("#/components/schemas/Q");
        assertThat(merged.getJsonObject("paths").getJsonObject("/api/v1/tasks").encode())
                .contains("#/components/schemas/dispatch.P");
        assertThat(merged.getJsonObject("paths").getJsonObject("/api/v1/cases").encode())
                .contains("#/components/schemas/P");
    }

    @Test
    void leaves_the_services_own_ways_to_sign_in_out() {
        // Given
        var intake = withSchemas(Service.CASE_INTAKE, "/api/v1/cases", "{}");
        intake.content()
                .getJsonObject("components")
                .put("securitySchemes", new JsonObject().put("Internal", new JsonObject()));

        // When
        var merged = merge.of(List.of(intake), List.of());

        // Then
        assertThat(merged.encode()).doesNotContain("Internal");
    }

    private static JsonObject schemas(JsonObject document) {
        return document.getJsonObject("components").getJsonObject("schemas");
    }

    private static ServiceDocument document(Service service, String... paths) {
        var all = new JsonObject();
        for (var path : paths) {
            all.put(path, new JsonObject());
        }
        return new ServiceDocument(service, new JsonObject().put("paths", all));
    }

    private static ServiceDocument withSchemas(Service service, String path, String schemas) {
        var operation = new JsonObject()
                .put("security", new JsonArray().add(new JsonObject().put("Internal", new JsonArray())))
                .put("responses", new JsonObject().put("$ref", "#/components/schemas/P"))
                .put("example", (Object) null);
        return new ServiceDocument(
                service,
                new JsonObject()
                        .put("paths", new JsonObject().put(path, new JsonObject().put("get", operation)))
                        .put("components", new JsonObject().put("schemas", new JsonObject(schemas))));
    }
}

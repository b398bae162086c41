package city.urbanops.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local realm as it is shipped, in the server it is shipped with. */
class KeycloakEngineIT {

    private static final Path REALM =
            Path.of(System.getProperty("urbanops.root"), "deploy", "keycloak", "urbanops-realm.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** Removed by us: JUnit would warn about every link into the shared image. */
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path directory;

    private static final int PORT = Ports.free();
    private static EngineProcess engine;

    @BeforeAll
    static void startKeycloak() {
        engine = start(REALM);
    }

    @AfterAll
    static void stopKeycloak() throws IOException {
        engine.close();
        EngineCache.delete(directory);
    }

    @ParameterizedTest
    @CsvSource({
        "agent,hotline-agent,",
        "shift-leader,shift-leader,",
        "dispatcher,dispatcher,",
        "patrol,patrol,",
        "checker,checker,",
        "officer,enforcement-officer,urban-enforcement",
        "reviewer,legal-reviewer,urban-enforcement",
        "crew,sanitation-crew,sanitation",
        "lead,department-lead,urban-enforcement",
        "water,department-staff,water-company",
        "assessor,assessor,",
        "admin,admin,"
    })
    void gives_every_demo_user_a_small_token_with_role_and_department(String user, String role, String department)
            throws Exception {
        // When
        String token = token("grant_type=password&client_id=urbanops-cli&password=demo&username=" + user);

        // Then
        JsonNode claims = claims(token);
        assertThat(claims.at("/realm_access/roles")).singleElement().hasToString('"' + role + '"');
        assertThat(claims.path("department").asText(null)).isEqualTo(department);
        assertThat(claims.path("aud").asText()).isEqualTo("urbanops");
        assertThat(claims.path("iss").asText()).isEqualTo("http://localhost:" + PORT + "/realms/urbanops");
        assertThat(claims.path("preferred_username").asText()).isEqualTo(user);
        assertThat(claims.path("sub").asText()).hasSize(36);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(300L, 900L);
        assertThat(claims.has("resource_access")).isFalse();
        assertThat(token).hasSizeLessThan(1300);
    }

    @ParameterizedTest
    @CsvSource({"city-system,system-publisher", "urbanops-driver,urbanops-driver"})
    void gives_system_clients_their_one_role(String client, String role) throws Exception {
        JsonNode claims = claims(token("grant_type=client_credentials&client_secret=demo&client_id=" + client));

        assertThat(claims.at("/realm_access/roles")).singleElement().hasToString('"' + role + '"');
        assertThat(claims.path("aud").asText()).isEqualTo("urbanops");
        assertThat(claims.path("azp").asText()).isEqualTo(client);
    }

    @Test
    void refuses_a_wrong_password_and_a_client_without_the_password_grant() throws Exception {
        assertThat(post("grant_type=password&client_id=urbanops-cli&password=wrong&username=agent")
                        .body())
                .contains("invalid_grant");
        assertThat(
                        post("grant_type=password&client_id=urbanops-gateway&client_secret=demo&password=demo&username=agent")
                                .body())
                .contains("unauthorized_client");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080/sign-in,200", "http://localhost:18080/,200", "http://evil.example/,400"})
    void sends_browsers_back_to_this_machine_only(String redirect, int status) throws Exception {
        String query = "?response_type=code&scope=openid&client_id=urbanops-gateway&redirect_uri=" + redirect;

        assertThat(get("/realms/urbanops/protocol/openid-connect/auth" + query).statusCode())
                .isEqualTo(status);
    }

    @Test
    void survives_a_kill_and_imports_the_realm_again_when_its_file_changes() throws Exception {
        // Given
        String before = get("/realms/urbanops").body();
        engine = restarted(REALM);
        assertThat(get("/realms/urbanops").body()).as("the same signing key").isEqualTo(before);
        Path changed = directory.resolve("urbanops-realm.json");
        Files.writeString(changed, Files.readString(REALM).replace("\"demo\"", "\"changed\""));

        // When
        engine = restarted(changed);

        // Then
        assertThat(claims(token("grant_type=password&client_id=urbanops-cli&password=changed&username=agent"))
                        .path("preferred_username")
                        .asText())
                .isEqualTo("agent");
        engine.stop(EngineTimes.PATIENCE);
        engine = start(REALM);
    }

    private static EngineProcess restarted(Path realm) throws Exception {
        ProcessHandle.of(engine.pid()).orElseThrow().destroyForcibly();
        engine.onExit().get(10, TimeUnit.SECONDS);
        return start(realm);
    }

    private static EngineProcess start(Path realm) {
        return EngineTimes.measured(
                "keycloak",
                () -> KeycloakEngine.start(
                        directory.resolve("home"),
                        PORT,
                        realm,
                        "admin-secret",
                        directory.resolve("keycloak.log"),
                        System.out::println));
    }

    private static String token(String form) throws Exception {
        HttpResponse<String> response = post(form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body()).path("access_token").asText();
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]));
    }

    private static HttpResponse<String> post(String form) throws Exception {
        return send(HttpRequest.newBuilder(uri("/realms/urbanops/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://localhost:" + PORT + path);
    }
}

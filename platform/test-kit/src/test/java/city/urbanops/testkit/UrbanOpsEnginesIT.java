package city.urbanops.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.contracts.Topic;
import city.urbanops.contracts.Topics;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class UrbanOpsEnginesIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static Map<String, String> configuration;

    @BeforeAll
    static void startEngines() {
        UrbanOpsEngines engines = new UrbanOpsEngines();
        engines.init(Map.of("database", "intake"));
        configuration = engines.start();
    }

    @Test
    void leads_the_service_to_the_engines() {
        assertThat(configuration)
                .containsEntry("urbanops.kafka.bootstrap", UrbanOpsEngines.kafkaBootstrap())
                .containsEntry("urbanops.keycloak.url", UrbanOpsEngines.keycloakUrl())
                .containsEntry("quarkus.http.test-port", "0")
                .containsKeys("urbanops.db.port", "urbanops.db.password", "urbanops.db.owner-password");
        assertThat(Base64.getDecoder().decode(configuration.get("urbanops.reporter.key")))
                .hasSize(32);
    }

    @Test
    void starts_nothing_twice_and_nothing_that_is_left_out() {
        // Given
        UrbanOpsEngines again = new UrbanOpsEngines();
        again.init(Map.of("keycloak", "false"));

        // When
        Map<String, String> second = again.start();

        // Then
        assertThat(second)
                .containsEntry("urbanops.kafka.bootstrap", configuration.get("urbanops.kafka.bootstrap"))
                .doesNotContainKey("urbanops.db.port");
        assertThat(second.get("urbanops.keycloak.url")).isNotEqualTo(UrbanOpsEngines.keycloakUrl());
    }

    @Test
    void creates_every_topic_of_the_contracts() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", UrbanOpsEngines.kafkaBootstrap()))) {
            var topics = admin.describeTopics(
                            Topics.all().stream().map(Topic::name).toList())
                    .allTopicNames()
                    .get(20, TimeUnit.SECONDS);

            assertThat(topics).hasSameSizeAs(Topics.all());
            assertThat(topics.get("case-events").partitions()).hasSize(12);
        }
    }

    @Test
    void gives_tokens_of_users_and_clients_that_keycloak_has_signed_and_a_forged_one_it_has_not() throws Exception {
        assertThat(isSignedByKeycloak(Tokens.of("agent"))).isTrue();
        assertThat(isSignedByKeycloak(Tokens.client("city-system"))).isTrue();
        assertThat(isSignedByKeycloak(Tokens.forged())).isFalse();
        assertThat(Tokens.of("agent")).isEqualTo(Tokens.of("agent")).isNotEqualTo(Tokens.of("water"));
        assertThatThrownBy(() -> Tokens.of("nobody")).hasMessageContaining("invalid_grant");
    }

    @Test
    void brings_killed_engines_back_with_their_data() throws Exception {
        // Given
        execute("CREATE TABLE IF NOT EXISTS kept (id int)");
        String bootstrap = UrbanOpsEngines.kafkaBootstrap();

        // When
        try (Outage postgres = Outage.of(Engine.POSTGRES);
                Outage kafka = Outage.of(Engine.KAFKA)) {
            assertThat(List.of(postgres, kafka)).doesNotContainNull();
            assertThatThrownBy(() -> execute("SELECT 1")).isInstanceOf(SQLException.class);
        }

        // Then
        execute("SELECT id FROM kept");
        assertThat(UrbanOpsEngines.kafkaBootstrap()).isEqualTo(bootstrap);
        creates_every_topic_of_the_contracts();
    }

    @Test
    void requires_engines_before_their_address() {
        UrbanOpsEngines.require(Set.of(Engine.KAFKA));

        assertThat(UrbanOpsEngines.kafkaBootstrap()).startsWith("127.0.0.1:");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = UrbanOpsEngines.postgres()
                        .connect("intake", "intake_owner", UrbanOpsEngines.databasePassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean isSignedByKeycloak(String token) throws Exception {
        String[] parts = token.split("\\.", -1);
        String kid = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]))
                .path("kid")
                .asText();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key(kid));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static PublicKey key(String kid) throws Exception {
        URI certificates = URI.create(UrbanOpsEngines.keycloakUrl() + "/realms/urbanops/protocol/openid-connect/certs");
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(certificates).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        JsonNode key = StreamSupport.stream(JSON.readTree(body).path("keys").spliterator(), false)
                .filter(candidate -> candidate.path("kid").asText().equals(kid))
                .findFirst()
                .orElseThrow();
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(key, "n"), number(key, "e")));
    }

    private static BigInteger number(JsonNode key, String field) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(key.path(field).asText()));
    }
}

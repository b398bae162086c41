package city.urbanops.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.urbanops.engines.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCatalogTest {

    private static final RunOptions.Ports PORTS = new RunOptions.Ports(18080, 18081, 18180, 19092, 15532, 19100);

    @TempDir
    private Path home;

    @Test
    void gives_each_service_its_port_after_the_one_before() {
        assertThat(services(Duration.ZERO))
                .extracting(ServiceSpec::name, ServiceSpec::port)
                .containsExactly(
                        tuple("case-intake", 18081),
                        tuple("dispatch", 18082),
                        tuple("enforcement", 18083),
                        tuple("sanitation", 18084),
                        tuple("metrics", 18085),
                        tuple("gateway", 18080));
    }

    @Test
    void gives_a_service_its_own_secrets_only() {
        // Given
        Secrets secrets = Secrets.of(home);

        // When
        List<ServiceSpec> services = services(Duration.ZERO);

        // Then
        assertThat(services)
                .filteredOn(service -> service.environment().containsValue(secrets.appPassword("intake")))
                .extracting(ServiceSpec::name)
                .containsExactly("case-intake");
        assertThat(services)
                .filteredOn(service -> service.environment().containsValue(secrets.reporterKey()))
                .extracting(ServiceSpec::name)
                .containsExactly("case-intake");
        assertThat(services)
                .filteredOn(service -> service.environment().containsValue(secrets.objectStoreSecret()))
                .extracting(ServiceSpec::name)
                .containsExactly("case-intake");
        assertThat(services).noneMatch(service -> service.environment().containsValue(secrets.postgresPassword()));
        assertThat(service(services, "gateway").environment()).doesNotContainKey("URBANOPS_DB_PASSWORD");
    }

    @Test
    void tells_the_gateway_where_the_others_are() {
        assertThat(service(services(Duration.ZERO), "gateway").environment())
                .containsEntry("URBANOPS_GATEWAY_CASE_INTAKE_URL", "http://localhost:18081")
                .containsEntry("URBANOPS_GATEWAY_METRICS_URL", "http://localhost:18085")
                .containsEntry("URBANOPS_HTTP_PORT", "18080")
                .containsEntry("URBANOPS_KEYCLOAK_URL", "http://localhost:18180");
    }

    @Test
    void tells_intake_where_the_photos_are() {
        assertThat(service(services(Duration.ZERO), "case-intake").environment())
                .containsEntry("URBANOPS_MEDIA_ENDPOINT", "http://127.0.0.1:19100")
                .containsEntry("URBANOPS_MEDIA_BUCKET", "urbanops-media");
    }

    @Test
    void knows_every_process_that_has_a_log() {
        assertThat(ServiceCatalog.processNames())
                .containsExactly(
                        "supervisor",
                        "postgres",
                        "kafka",
                        "object-store",
                        "keycloak",
                        "case-intake",
                        "dispatch",
                        "enforcement",
                        "sanitation",
                        "metrics",
                        "gateway");
    }

    @Test
    void moves_every_clock_or_none() {
        assertThat(services(Duration.ofDays(3))).allSatisfy(service -> assertThat(service.environment())
                .containsEntry("URBANOPS_CLOCK_OFFSET", "PT72H"));
        assertThat(services(Duration.ZERO))
                .noneMatch(service -> service.environment().containsKey("URBANOPS_CLOCK_OFFSET"));
    }

    @Test
    void listens_to_this_machine_only() {
        assertThat(services(Duration.ZERO)).allSatisfy(service -> assertThat(service.environment())
                .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
                .containsEntry("QUARKUS_PROFILE", "local"));
    }

    @Test
    void names_the_flag_of_each_port() {
        assertThat(PORTS.needed(services(Duration.ZERO)))
                .extracting(needed -> needed.port() + " " + needed.flag())
                .contains(
                        "18080 --http-port",
                        "18085 --service-port-base",
                        "19092 --kafka-port",
                        "19100 --object-store-port")
                .hasSize(10);
    }

    private List<ServiceSpec> services(Duration clockOffset) {
        return ServiceCatalog.services(new RunOptions(PORTS, false, clockOffset), Secrets.of(home));
    }

    private static ServiceSpec service(List<ServiceSpec> services, String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

package city.urbanops.bench.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.bench.client.Percentiles;
import city.urbanops.bench.platform.QuietLogs;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.engines.PostgresServer;
import city.urbanops.engines.ProcessIdentity;
import city.urbanops.engines.RunState;
import city.urbanops.testkit.Engine;
import city.urbanops.testkit.UrbanOpsEngines;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FloorIT {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @BeforeAll
    static void start_engines() {
        QuietLogs.apply();
        UrbanOpsEngines.require(EnumSet.of(Engine.POSTGRES, Engine.KAFKA));
    }

    @Test
    void measures_lifecycles_on_the_real_server_and_leaves_nothing_behind() {
        // Given
        RunningPlatform platform = platform();

        // When
        FloorResult floor = new Floor(platform).measure(SHORT);

        // Then
        assertThat(floor.byClients()).containsOnlyKeys(4, 8, 16);
        assertThat(floor.perSecond()).isPositive().isEqualTo(floor.byClients().get(floor.clients()));
        assertThatThrownBy(() -> platform.connect(FloorDatabase.NAME).close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void writes_the_same_whole_lifecycles_by_plain_jdbc() throws SQLException {
        // Given
        try (FloorDatabase database = FloorDatabase.create(platform())) {

            // When
            double perSecond = new JdbcFloor().lifecyclesPerSecond(database, 2, SHORT);

            // Then
            assertThat(perSecond).isPositive();
            assertThat(database.count("select count(*) from case_file where phase = 'CLOSED'"))
                    .isPositive()
                    .isEqualTo(database.count("select count(*) from task where state = 'HANDED_BACK'"))
                    .isEqualTo(database.count("select count(*) from case_fact where closed_at is not null"))
                    .isEqualTo(database.count("select count(*) / 6 from journal_entry"));
        }
    }

    @Test
    void measures_two_bare_hops_and_removes_its_topics() throws Exception {
        // When
        Percentiles hops = new TwoHop(UrbanOpsEngines.kafkaBootstrap(), "hop-test").measure(SHORT);

        // Then
        assertThat(hops.count()).isGreaterThan(10);
        assertThat(hops.p50()).isPositive().isLessThanOrEqualTo(hops.p99());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", UrbanOpsEngines.kafkaBootstrap()))) {
            assertThat(admin.listTopics().names().get()).noneMatch(topic -> topic.startsWith("hop-test"));
        }
    }

    private static RunningPlatform platform() {
        PostgresServer server = UrbanOpsEngines.postgres();
        var state = new RunState(
                ProcessIdentity.current(),
                true,
                Instant.EPOCH,
                "http://localhost:9",
                "http://localhost:9",
                UrbanOpsEngines.kafkaBootstrap(),
                server.port(),
                List.of());
        return new RunningPlatform(state, UrbanOpsEngines.databasePassword());
    }
}

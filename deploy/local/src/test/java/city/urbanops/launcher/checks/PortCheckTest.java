package city.urbanops.launcher.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.launcher.Refusal;
import city.urbanops.launcher.checks.PortCheck.Needed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    private final PortCheck check = new PortCheck(new PortHolder(Path.of("/proc")));

    @Test
    void names_the_taken_port_its_holder_and_the_flag() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            int port = taken.getLocalPort();

            // Then
            assertThatThrownBy(() -> check.requireFree(List.of(new Needed("Kafka", port, "--kafka-port"))))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("port " + port)
                    .hasMessageContaining("Kafka")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--kafka-port PORT");
        }
    }

    @Test
    void sees_a_server_on_all_addresses() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            // Given
            Needed needed = new Needed("gateway", taken.getLocalPort(), "--http-port");

            // Then
            assertThatThrownBy(() -> check.requireFree(List.of(needed))).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void refuses_one_port_for_two() throws IOException {
        // Given
        int port = aFreePort();

        // Then
        assertThatThrownBy(() -> check.requireFree(
                        List.of(new Needed("Kafka", port, "--kafka-port"), new Needed("gateway", port, "--http-port"))))
                .hasMessageContaining("--kafka-port")
                .hasMessageContaining("--http-port");
    }

    @Test
    void passes_free_ports() throws IOException {
        // Given
        Needed needed = new Needed("Kafka", aFreePort(), "--kafka-port");

        // Then
        assertThatCode(() -> check.requireFree(List.of(needed))).doesNotThrowAnyException();
    }

    @Test
    void knows_no_holder_where_the_system_does_not_tell(@TempDir Path noProc) {
        assertThat(new PortHolder(noProc).of(80)).isEmpty();
    }

    private static int aFreePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

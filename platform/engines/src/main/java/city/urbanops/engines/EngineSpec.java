package city.urbanops.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * How to start one engine.
 *
 * @param name for people and log files
 * @param port the TCP port it will serve on the loopback address
 * @param command program and arguments
 * @param environment added to the inherited environment
 * @param log file its output is appended to
 * @param stopSignal name of the signal that ends it gracefully, without SIG
 * @param patience how long it may take until it is ready
 */
record EngineSpec(
        String name,
        int port,
        List<String> command,
        Map<String, String> environment,
        Path log,
        String stopSignal,
        Duration patience) {

    EngineSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}

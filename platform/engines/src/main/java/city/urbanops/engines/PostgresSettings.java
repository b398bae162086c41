package city.urbanops.engines;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The server settings for one small machine with six services on it. */
final class PostgresSettings {

    /** Everything that decides durability is named, although some of it is the default: nobody shall wonder. */
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "wal_compression", "pglz",
            "max_wal_size", "2GB",
            // segments are used again: a commit that has to wait for a new one to be filled with zeros waits long
            "min_wal_size", "1GB",
            "checkpoint_timeout", "15min",
            "checkpoint_completion_target", "0.9");

    private static final Map<String, String> SIZED = Map.of(
            "max_connections", "200",
            "shared_buffers", "128MB",
            "work_mem", "8MB",
            "maintenance_work_mem", "64MB",
            "random_page_cost", "1.1",
            // a new table gets its statistics before plans made for an empty one hurt
            "autovacuum_naptime", "10s",
            // and one that grows by thousands a second is not counted anew at each turn
            "autovacuum_analyze_scale_factor", "0.2",
            "jit", "off");

    private static final Map<String, String> SPEAKING = Map.of(
            "log_line_prefix", "'%m [%p] %u@%d '",
            "log_checkpoints", "off",
            "log_min_duration_statement", "1000",
            // Parameters are personal data.
            "log_parameter_max_length", "0",
            "timezone", "UTC",
            "log_timezone", "UTC");

    private PostgresSettings() {}

    static String file(int port) {
        Map<String, String> settings = new TreeMap<>();
        settings.putAll(DURABLE);
        settings.putAll(SIZED);
        settings.putAll(SPEAKING);
        settings.put("listen_addresses", "'" + Ports.LOOPBACK + "'");
        settings.put("port", Integer.toString(port));
        settings.put("unix_socket_directories", "''");
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue() + "\n")
                .collect(Collectors.joining("", "# written at every start\n", ""));
    }
}

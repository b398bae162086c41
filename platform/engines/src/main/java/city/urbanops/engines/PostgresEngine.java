package city.urbanops.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A real PostgreSQL as a child process, from the binaries jar and with fsync on; its data survives a restart and a kill.
 * Roles sign in by password (scram-sha-256) over loopback TCP; there is no socket and no trusted connection.
 */
public final class PostgresEngine {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LINGER = Duration.ofSeconds(10);
    private static final String WRONG_PASSWORD = "28P01";
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C", "TZ", "UTC");

    private PostgresEngine() {}

    /**
     * Starts the server, making its data directory first when that is absent, and waits until it answers.
     *
     * @param dataDirectory the cluster; made when absent
     * @param port port on the loopback address
     * @param superuserPassword password of {@code postgres}; it must be the one the cluster was made with
     * @param log file the server's log is appended to
     * @param progress gets one line for each step that takes time
     * @throws EngineFailure when it does not come up; nothing is left running
     */
    public static EngineProcess start(
            Path dataDirectory, int port, String superuserPassword, Path log, Consumer<String> progress) {
        Path data = dataDirectory.toAbsolutePath();
        Path binaries = binaries(progress);
        UnprivilegedUser user = UnprivilegedUser.find();
        user.requireAccess("-x", binaries.resolve("bin/postgres"));
        try {
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                progress.accept("creating the database cluster");
                initialise(binaries, data, superuserPassword, user);
            }
            Files.writeString(data.resolve("urbanops.conf"), PostgresSettings.file(port));
        } catch (IOException e) {
            throw new EngineFailure("PostgreSQL cannot use " + data + ": " + e.getMessage(), e);
        }
        user.handOver(data);
        progress.accept("starting PostgreSQL on port " + port);
        List<String> command =
                user.command(binaries.resolve("bin/postgres").toString(), List.of("-D", data.toString()));
        PostgresServer server = PostgresServer.local(port, superuserPassword);
        // INT is "fast shutdown": end the sessions and write a checkpoint. TERM would wait for the clients to leave.
        EngineSpec spec = new EngineSpec("postgres", port, command, ENVIRONMENT, log, "INT", PATIENCE);
        return startAfterKill(spec, server, Instant.now().plus(LINGER));
    }

    /** Sessions of a killed server hold its memory until they notice, and the next server refuses to start so long. */
    private static EngineProcess startAfterKill(EngineSpec spec, PostgresServer server, Instant giveUp) {
        while (true) {
            try {
                return EngineStarter.start(spec, () -> answers(server));
            } catch (EngineFailure failure) {
                String message = String.valueOf(failure.getMessage());
                if (!message.contains("shared memory block") || Instant.now().isAfter(giveUp)) {
                    throw failure;
                }
            }
        }
    }

    private static Path binaries(Consumer<String> progress) {
        String name = "postgresql-" + EngineArtifacts.postgresVersion();
        return EngineCache.directory(name, directory -> {
            progress.accept("unpacking PostgreSQL " + EngineArtifacts.postgresVersion());
            Archives.untarFromJar(EngineArtifacts.postgresJar(), directory);
        });
    }

    private static boolean answers(PostgresServer server) {
        try (Connection connection = server.connect(PostgresServer.SUPERUSER)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new EngineFailure(
                        "PostgreSQL does not accept the superuser's password: the data directory was made"
                                + " with another one (was secrets.properties replaced?).");
            }
            return false;
        }
    }

    /** A cluster is made beside its place and moved there when complete: an interrupted initdb leaves none. */
    private static void initialise(Path binaries, Path data, String password, UnprivilegedUser user)
            throws IOException {
        requireEmpty(data);
        Files.createDirectories(data.getParent());
        Path draft = Files.createTempDirectory(data.getParent(), "initdb");
        try {
            Path passwordFile = Files.writeString(draft.resolve("password"), password);
            Path cluster = Files.createDirectory(draft.resolve("cluster"));
            user.handOver(draft);
            Commands.Result result = Commands.run(
                    user.command(
                            binaries.resolve("bin/initdb").toString(),
                            List.of(
                                    "--pgdata=" + cluster,
                                    "--username=" + PostgresServer.SUPERUSER,
                                    "--pwfile=" + passwordFile,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    // Not the C locale: there pg_trgm sees no trigram in Chinese text.
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--locale=C.UTF-8",
                                    "--no-instructions")),
                    ENVIRONMENT);
            if (result.exitCode() != 0) {
                throw new EngineFailure("PostgreSQL could not create its data directory: " + result.output());
            }
            Path configuration = cluster.resolve("postgresql.conf");
            Files.writeString(configuration, Files.readString(configuration) + "\ninclude = 'urbanops.conf'\n");
            Files.deleteIfExists(data);
            Files.move(cluster, data);
        } finally {
            EngineCache.delete(draft);
        }
    }

    private static void requireEmpty(Path data) throws IOException {
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> content = Files.list(data)) {
            if (content.findAny().isPresent()) {
                throw new EngineFailure("PostgreSQL finds no cluster in " + data + ", and the directory is not empty.");
            }
        }
    }
}

package city.urbanops.bench.floor;

import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.RunningPlatform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator, one transaction script being one lifecycle. */
final class Pgbench implements FloorEngine {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+) \\(without initial connection time\\)");
    private static final int THREADS = 2;

    private final RunningPlatform platform;
    private final Path program;
    private final String version;

    private Pgbench(RunningPlatform platform, Path program) {
        this.platform = platform;
        this.program = program;
        this.version = run(List.of(program.toString(), "--version"), platform).trim();
    }

    /** The {@code pgbench} of the PATH; empty when there is none. */
    static Optional<Pgbench> onPath(RunningPlatform platform) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Pgbench(platform, program));
    }

    @Override
    public String name() {
        return version;
    }

    @Override
    public double lifecyclesPerSecond(FloorDatabase database, int clients, Duration time) {
        try {
            Path script = Files.createTempFile("lifecycle", ".sql");
            try {
                Files.writeString(script, Floor.resource("lifecycle.sql"));
                return rate(run(command(script, clients, time), platform));
            } finally {
                Files.deleteIfExists(script);
            }
        } catch (IOException unwritable) {
            throw new PlatformTrouble("pgbench's script cannot be written.", unwritable);
        }
    }

    private List<String> command(Path script, int clients, Duration time) {
        return List.of(
                program.toString(),
                "--host=localhost",
                "--port=" + platform.state().postgresPort(),
                "--username=postgres",
                "--no-vacuum",
                "--protocol=prepared",
                "--client=" + clients,
                "--jobs=" + Math.min(clients, THREADS),
                "--time=" + time.toSeconds(),
                "--file=" + script,
                FloorDatabase.NAME);
    }

    /** Reads the rate out of pgbench's report. */
    static double rate(String report) {
        Matcher rate = RATE.matcher(report);
        if (!rate.find()) {
            throw new PlatformTrouble("pgbench reported no rate: " + report.strip());
        }
        return Double.parseDouble(rate.group(1));
    }

    private static String run(List<String> command, RunningPlatform platform) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGPASSWORD", platform.postgresPassword());
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new PlatformTrouble("pgbench failed: " + output.strip());
            }
            return output;
        } catch (IOException notRunnable) {
            throw new PlatformTrouble("pgbench does not run: " + notRunnable.getMessage(), notRunnable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted.", interrupted);
        }
    }
}

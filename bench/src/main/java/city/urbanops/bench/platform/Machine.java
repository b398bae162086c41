package city.urbanops.bench.platform;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a figure was measured on; without it a figure means nothing.
 *
 * @param cpu model name
 * @param cores processors the system offers
 * @param memoryMb main memory in MiB
 * @param system name and version of the operating system
 * @param java version of this process's runtime
 * @param loadAverage processes that wanted a processor in the minute before; above 1 somebody else was at work
 * @param commit of the sources, with {@code +} when they were changed; {@code unknown} outside a clone
 */
public record Machine(
        String cpu, int cores, long memoryMb, String system, String java, double loadAverage, String commit) {

    private static final long KIB_PER_MIB = 1024;

    /** Looks at this machine and at the clone below {@code sources}. */
    public static Machine of(Path sources) {
        return new Machine(
                line("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                totalMemoryMb(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 100) / 100.0,
                commit(sources));
    }

    private static long totalMemoryMb() {
        String digits = line("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return digits.isEmpty() ? 0 : Long.parseLong(digits) / KIB_PER_MIB;
    }

    private static String line(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static String commit(Path sources) {
        String id = git(sources, "rev-parse", "--short=12", "HEAD");
        if (id.isEmpty()) {
            return "unknown";
        }
        return git(sources, "status", "--porcelain", "--untracked-files=no").isEmpty() ? id : id + "+";
    }

    private static String git(Path sources, String... arguments) {
        try {
            var command = new ArrayList<>(List.of("git", "-C", sources.toString()));
            command.addAll(List.of(arguments));
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? output.trim() : "";
        } catch (IOException noGit) {
            return "";
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}

package city.urbanops.bench.platform;

import city.urbanops.engines.RunState;
import city.urbanops.engines.RunState.RunningProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the platform's processes have used, from {@code /proc}. A process that forks (PostgreSQL's backends, Keycloak's start
 * script) is counted with its descendants, those that have ended included.
 *
 * @param cpuTicks processor time so far by process, in clock ticks
 * @param rssKib resident memory by process; pages shared within one process tree are counted once
 */
public record ProcessUsage(Map<String, Long> cpuTicks, Map<String, Long> rssKib) {

    private static final long TICKS_PER_SECOND = 100;
    private static final double KIB_PER_MIB = 1024;

    /** Fields of {@code /proc/<pid>/stat} after the command name: proc_pid_stat(5), utime is field 14. */
    private static final int UTIME = 11;

    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    /** Looks at every living process of the platform, at the supervisor and at this process (as {@code bench}). */
    public static ProcessUsage of(RunState state) {
        Map<String, Long> cpu = new LinkedHashMap<>();
        Map<String, Long> rss = new LinkedHashMap<>();
        for (RunningProcess process : state.living()) {
            List<Long> tree = tree(process.pid());
            cpu.put(process.name(), ticks(tree));
            rss.put(process.name(), resident(tree));
        }
        Map.of(
                        "launcher",
                        state.supervisor().pid(),
                        "bench",
                        ProcessHandle.current().pid())
                .forEach((name, pid) -> {
                    cpu.put(name, ticks(List.of(pid)));
                    rss.put(name, resident(List.of(pid)));
                });
        return new ProcessUsage(cpu, rss);
    }

    /**
     * Processor time used since an earlier look.
     *
     * @param seconds between the two
     * @return cores kept busy on average, by process; 1.0 is one core all the time
     */
    public Map<String, Double> coresSince(ProcessUsage earlier, double seconds) {
        Map<String, Double> cores = new LinkedHashMap<>();
        cpuTicks.forEach((name, ticks) -> cores.put(
                name,
                hundredths((ticks - earlier.cpuTicks.getOrDefault(name, 0L)) / (double) TICKS_PER_SECOND / seconds)));
        return cores;
    }

    /**
     * Processor time used since an earlier look, for each of the things done meanwhile.
     *
     * @param done how many; positive
     * @return milliseconds by process
     */
    public Map<String, Double> cpuMsPer(ProcessUsage earlier, double done) {
        Map<String, Double> millis = new LinkedHashMap<>();
        cpuTicks.forEach((name, ticks) -> millis.put(
                name,
                hundredths((ticks - earlier.cpuTicks.getOrDefault(name, 0L)) * 1000.0 / TICKS_PER_SECOND / done)));
        return millis;
    }

    /** Resident memory by process, in MiB. */
    public Map<String, Double> rssMb() {
        Map<String, Double> rss = new LinkedHashMap<>();
        rssKib.forEach((name, kib) -> rss.put(name, Math.round(kib / KIB_PER_MIB * 10) / 10.0));
        return rss;
    }

    private static double hundredths(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static List<Long> tree(long root) {
        Stream<Long> below = ProcessHandle.of(root).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(root), below).toList();
    }

    private static long ticks(List<Long> pids) {
        long sum = 0;
        for (long pid : pids) {
            sum += ticks(read(pid, "stat"));
        }
        return sum;
    }

    /** User and system time of a process and of its children that have ended; 0 when it has just ended itself. */
    static long ticks(String stat) {
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Stream.of(UTIME, STIME, CUTIME, CSTIME)
                .mapToLong(place -> Long.parseLong(fields[place]))
                .sum();
    }

    private static long resident(List<Long> pids) {
        return residentOf(pids.stream().map(pid -> read(pid, "status")).toList());
    }

    /** Own pages of all, and of what they share (program text, shared memory) the largest part any of them holds. */
    static long residentOf(List<String> statuses) {
        long own = 0;
        long text = 0;
        long shared = 0;
        for (String status : statuses) {
            own += kib(status, "RssAnon:");
            text = Math.max(text, kib(status, "RssFile:"));
            shared = Math.max(shared, kib(status, "RssShmem:"));
        }
        return own + text + shared;
    }

    /** A size of {@code /proc/<pid>/status} in KiB; 0 when it has no such line. */
    static long kib(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), file));
        } catch (IOException endedMeanwhile) {
            return "";
        }
    }
}

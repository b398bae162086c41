package city.urbanops.launcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much memory processes take, as Linux' {@code /proc} tells. */
public final class Memory {

    /** Proportional: what several processes share (PostgreSQL's buffers) counts once in the sum. */
    private static final Pattern PROPORTIONAL = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB");

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

    private Memory() {}

    /** Returns the resident bytes of a process and all its descendants; 0 when it has ended or nothing is told. */
    public static long ofTree(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(one -> ofProcess(one.pid()))
                .sum();
    }

    /** Returns the resident bytes of one process; 0 when it has ended or nothing is told. */
    static long ofProcess(long pid) {
        Path directory = Path.of("/proc", Long.toString(pid));
        OptionalLong proportional = kilobytes(directory.resolve("smaps_rollup"), PROPORTIONAL);
        OptionalLong told = proportional.isPresent() ? proportional : kilobytes(directory.resolve("status"), RESIDENT);
        return told.orElse(0) * 1024;
    }

    private static OptionalLong kilobytes(Path file, Pattern line) {
        try {
            Matcher found = line.matcher(Files.readString(file));
            return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
        } catch (IOException endedOrForeign) {
            return OptionalLong.empty();
        }
    }
}

package city.urbanops.launcher.checks;

import city.urbanops.launcher.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refuses a start that would drive the machine into swapping or the kernel into killing. */
public final class MemoryCheck {

    /** What all processes of the platform may take when idle: the bound the project holds itself to. */
    public static final long NEEDED_BYTES = 3_000_000_000L;

    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB");

    private final Path meminfo;

    /** Reads this file, {@code /proc/meminfo} except in tests. */
    public MemoryCheck(Path meminfo) {
        this.meminfo = meminfo;
    }

    /**
     * Passes when {@link #NEEDED_BYTES} are available, or the system does not tell.
     *
     * @throws Refusal when less is
     */
    public void requireEnough() {
        OptionalLong available = availableBytes();
        if (available.isPresent() && available.getAsLong() < NEEDED_BYTES) {
            throw new Refusal(String.format(
                    Locale.ROOT,
                    "only %.1f GB of memory are available and the platform needs %.1f GB; end something else or add memory",
                    available.getAsLong() / 1e9,
                    NEEDED_BYTES / 1e9));
        }
    }

    private OptionalLong availableBytes() {
        try {
            Matcher available = AVAILABLE.matcher(Files.readString(meminfo));
            return available.find() ? OptionalLong.of(Long.parseLong(available.group(1)) * 1024) : OptionalLong.empty();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}

package city.urbanops.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/** Prints what a start costs: the numbers of README and ADRs come from here. */
final class EngineTimes {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private EngineTimes() {}

    static EngineProcess measured(String name, Supplier<EngineProcess> start) {
        long from = System.nanoTime();
        EngineProcess engine = start.get();
        long millis = Duration.ofNanos(System.nanoTime() - from).toMillis();
        System.out.println(name + " ready after " + millis + " ms, " + residentSet(engine.pid()));
        return engine;
    }

    private static String residentSet(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS"))
                    .findFirst()
                    .orElse("no RSS");
        } catch (IOException noProcFileSystem) {
            return "no RSS";
        }
    }
}

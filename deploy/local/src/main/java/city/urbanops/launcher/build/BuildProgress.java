package city.urbanops.launcher.build;

import java.io.PrintStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns Maven's output into progress: one rewritten line on a terminal, one line per module (and per hundred downloads,
 * so that a slow first build does not look dead) elsewhere.
 */
final class BuildProgress {

    /** Example: {@code [INFO] Building UrbanOps gateway 0.1.0-SNAPSHOT   [12/15]}. */
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?) \\S+ +\\[(\\d+)/(\\d+)]");

    private static final int DOWNLOADS_PER_LINE = 100;
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long startedAt = System.nanoTime();
    private String module = "starting Maven";
    private int downloads;

    BuildProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Takes one line of Maven's output. */
    void accept(String line) {
        Matcher building = MODULE.matcher(line);
        if (building.find()) {
            module = building.group(2) + "/" + building.group(3) + " " + building.group(1);
            show();
            return;
        }
        if (line.startsWith("Downloaded from ")) {
            downloads++;
            if (terminal || downloads % DOWNLOADS_PER_LINE == 0) {
                show();
            }
        }
    }

    /** Ends the progress with one line that stays. */
    void end() {
        String erase = terminal ? ERASE_LINE : "";
        out.printf("%s  built in %d s, %d files downloaded%n", erase, seconds(), downloads);
    }

    private void show() {
        String text = String.format(
                "  %4d s  %s%s", seconds(), module, downloads > 0 ? ", " + downloads + " files downloaded" : "");
        if (terminal) {
            out.print(ERASE_LINE + text);
            out.flush();
            return;
        }
        out.println(text);
    }

    private long seconds() {
        return (System.nanoTime() - startedAt) / 1_000_000_000L;
    }
}

package city.urbanops.launcher.console;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Shows several things getting ready at once. What is done stays as a line; what is under way is one line at the bottom
 * that is rewritten on a terminal, and one line per step where nobody can rewrite (a file, a pipe, CI).
 */
public final class Screen {

    private static final String ERASE_LINE = "\r\u001b[K";
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final long startedAt = System.nanoTime();
    private final Map<String, String> underWay = new LinkedHashMap<>();

    /** Writes to this stream, which is a terminal or not. */
    public Screen(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Returns a screen on standard output; the script {@code urbanops} has found out whether that is a terminal. */
    public static Screen ofThisProcess() {
        return new Screen(System.out, Boolean.getBoolean("urbanops.terminal"));
    }

    /** Says what somebody is doing now. */
    public synchronized void step(String name, String step) {
        underWay.put(name, step);
        if (terminal) {
            refresh();
            return;
        }
        out.printf("  %6.1f s  %-12s %s%n", seconds(), name, step);
    }

    /** Says that somebody has got there. */
    public synchronized void done(String name, String what) {
        underWay.remove(name);
        erase();
        out.printf("  %6.1f s  %-12s %s%n", seconds(), name, what);
        refresh();
    }

    /** Says something that stays. */
    public synchronized void say(String sentence) {
        erase();
        out.println(sentence);
        refresh();
    }

    /** Forgets what was under way: it has ended, one way or another. */
    public synchronized void clear() {
        erase();
        underWay.clear();
        out.flush();
    }

    /** Rewrites the bottom line, so that its clock moves; nothing where lines stay. */
    public synchronized void refresh() {
        if (!terminal || underWay.isEmpty()) {
            return;
        }
        String line = String.format(Locale.ROOT, "  %6.1f s  waiting for %s", seconds(), waitingFor());
        out.print(ERASE_LINE + (line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line));
        out.flush();
    }

    /** Returns the seconds since this screen was made. */
    public double seconds() {
        return (System.nanoTime() - startedAt) / 1e9;
    }

    private String waitingFor() {
        if (underWay.size() > 2) {
            return String.join(", ", underWay.keySet());
        }
        return String.join(
                ", ",
                underWay.entrySet().stream()
                        .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                        .toList());
    }

    private void erase() {
        if (terminal) {
            out.print(ERASE_LINE);
        }
    }
}

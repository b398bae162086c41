package city.urbanops.launcher.checks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells from Linux' {@code /proc} which process listens on a port. */
public final class PortHolder {

    private static final String LISTEN = "0A";
    private static final int LOCAL_ADDRESS = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int SHOWN_COMMAND = 60;

    private final Path proc;

    /** Reads this directory, {@code /proc} except in tests. */
    public PortHolder(Path proc) {
        this.proc = proc;
    }

    /**
     * Returns the listening process as {@code process 4711 (java -jar x.jar)}, the command cut at 60 characters; empty when
     * nobody listens, or another user's process does and the system does not tell.
     */
    public Optional<String> of(int port) {
        Set<String> sockets = new HashSet<>();
        collectSockets(proc.resolve("net").resolve("tcp"), port, sockets);
        collectSockets(proc.resolve("net").resolve("tcp6"), port, sockets);
        return sockets.isEmpty() ? Optional.empty() : processWith(sockets);
    }

    private static void collectSockets(Path table, int port, Set<String> sockets) {
        String suffix = String.format(Locale.ROOT, ":%04X", port);
        for (String line : linesOf(table)) {
            String[] fields = line.strip().split("\\s+", -1);
            if (fields.length > INODE && fields[LOCAL_ADDRESS].endsWith(suffix) && fields[STATE].equals(LISTEN)) {
                sockets.add("socket:[" + fields[INODE] + "]");
            }
        }
    }

    private static List<String> linesOf(Path table) {
        try {
            return Files.readAllLines(table);
        } catch (IOException noSuchTable) {
            return List.of();
        }
    }

    private Optional<String> processWith(Set<String> sockets) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (Path process : processes) {
                if (holdsOneOf(process.resolve("fd"), sockets)) {
                    return Optional.of("process " + process.getFileName() + commandOf(process));
                }
            }
            return Optional.empty();
        } catch (IOException noProc) {
            return Optional.empty();
        }
    }

    private static boolean holdsOneOf(Path descriptors, Set<String> sockets) {
        try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : open) {
                if (sockets.contains(Files.readSymbolicLink(descriptor).toString())) {
                    return true;
                }
            }
            return false;
        } catch (IOException | java.nio.file.DirectoryIteratorException endedOrForeign) {
            return false;
        }
    }

    private static String commandOf(Path process) {
        try {
            String command = new String(Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.UTF_8)
                    .replace('\0', ' ')
                    .strip();
            String shown = command.length() > SHOWN_COMMAND ? command.substring(0, SHOWN_COMMAND) + "…" : command;
            return shown.isEmpty() ? "" : " (" + shown + ")";
        } catch (IOException ended) {
            return "";
        }
    }
}

package city.urbanops.launcher.platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last words of a process, for the sentence that says why it died. */
final class LogTail {

    private static final int BYTES = 16_384;
    private static final int SHOWN_LINE = 400;

    private LogTail() {}

    /** Returns the last non-blank lines of a file, oldest first, each cut at 400 characters; empty when there are none. */
    static List<String> of(Path log, int count) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - BYTES));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> line.length() > SHOWN_LINE ? line.substring(0, SHOWN_LINE) + "…" : line)
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException noLog) {
            return List.of();
        }
    }
}

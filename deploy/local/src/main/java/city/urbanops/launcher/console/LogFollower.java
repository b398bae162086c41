package city.urbanops.launcher.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Prints the ends of log files and what is added to them. Bytes are passed on as they are: a terminal that shows the log
 * file shows this.
 */
public final class LogFollower {

    private static final int POLL_MILLIS = 250;
    private static final int BLOCK = 64 * 1024;

    private final PrintStream out;
    private final boolean named;
    private final List<Source> sources = new ArrayList<>();

    /** Writes to this stream, each line after the name of its process where there are several. */
    public LogFollower(PrintStream out, boolean named) {
        this.out = out;
        this.named = named;
    }

    private static final class Source {
        private final String name;
        private final Path file;
        private long position;

        Source(String name, Path file, long position) {
            this.name = name;
            this.file = file;
            this.position = position;
        }
    }

    /**
     * Prints the last lines of a file and remembers where it ends; a file that is not there yet is followed when it comes.
     *
     * @param count how many lines, 0 for none
     * @throws IOException when the file cannot be read
     */
    public void add(String name, Path file, int count) throws IOException {
        Source source = new Source(name, file, 0);
        sources.add(source);
        if (Files.exists(file)) {
            source.position = startOfLast(file, count);
            printNew(source);
        }
    }

    /** Prints what is added, until interrupted or, as usual, until the process is ended by Ctrl-C. */
    public void follow() throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        do {
            for (Source source : sources) {
                printNew(source);
            }
        } while (!never.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
    }

    private void printNew(Source source) throws IOException {
        if (!Files.exists(source.file)) {
            return;
        }
        try (RandomAccessFile file = new RandomAccessFile(source.file.toFile(), "r")) {
            if (file.length() < source.position) {
                source.position = 0;
            }
            file.seek(source.position);
            byte[] block = new byte[BLOCK];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int read = file.read(block); read > 0; read = file.read(block)) {
                for (int i = 0; i < read; i++) {
                    if (block[i] == '\n') {
                        print(source.name, line);
                        source.position += line.size() + 1;
                        line.reset();
                    } else {
                        line.write(block[i]);
                    }
                }
            }
        }
        out.flush();
    }

    private void print(String name, ByteArrayOutputStream line) {
        if (named) {
            byte[] prefix = String.format("%-12s | ", name).getBytes(StandardCharsets.UTF_8);
            out.write(prefix, 0, prefix.length);
        }
        byte[] bytes = line.toByteArray();
        out.write(bytes, 0, bytes.length);
        out.write('\n');
    }

    /** Looks back block by block, so that a log of gigabytes costs no more than a small one. */
    private static long startOfLast(Path path, int count) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long end = file.length();
            int lines = 0;
            byte[] block = new byte[BLOCK];
            for (long start = end; start > 0; ) {
                int size = (int) Math.min(BLOCK, start);
                start -= size;
                file.seek(start);
                file.readFully(block, 0, size);
                for (int i = size - 1; i >= 0; i--) {
                    if (block[i] == '\n' && ++lines > count) {
                        return start + i + 1;
                    }
                }
            }
            return count == 0 ? end : 0;
        }
    }
}

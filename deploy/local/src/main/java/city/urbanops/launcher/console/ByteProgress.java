package city.urbanops.launcher.console;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a known number of bytes has got: a bar on a terminal, a line for each tenth elsewhere. */
public final class ByteProgress implements AutoCloseable {

    private static final long MEGABYTE = 1_000_000;
    private static final int TENTHS = 10;

    private final String task;
    private final long total;
    private final @Nullable ProgressBar bar;
    private long done;
    private long shownTenths;

    private ByteProgress(String task, long total, @Nullable ProgressBar bar) {
        this.task = task;
        this.total = Math.max(1, total);
        this.bar = bar;
    }

    /** Begins at 0 of that many bytes. */
    public static ByteProgress start(String task, long total, boolean terminal) {
        ProgressBar bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(total)
                        .setUnit(" MB", MEGABYTE)
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUpdateIntervalMillis((int) Duration.ofMillis(200).toMillis())
                        .build()
                : null;
        return new ByteProgress(task, total, bar);
    }

    /** Goes on by that many bytes. */
    public void advance(long bytes) {
        done += bytes;
        if (bar != null) {
            bar.stepBy(bytes);
            return;
        }
        long tenths = Math.min(TENTHS, done * TENTHS / total);
        if (tenths > shownTenths) {
            shownTenths = tenths;
            System.out.println(task + " " + tenths * TENTHS + " % (" + done / MEGABYTE + " MB)");
        }
    }

    /** Returns a stream of the same bytes; reading it advances. */
    public InputStream watch(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int read = super.read();
                advance(read < 0 ? 0 : 1);
                return read;
            }

            @Override
            public int read(byte[] block, int offset, int length) throws IOException {
                int read = super.read(block, offset, length);
                advance(Math.max(0, read));
                return read;
            }
        };
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}

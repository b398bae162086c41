package city.urbanops.bench.platform;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress bars on standard error, so that standard output holds nothing but the result. */
public final class Progress {

    private static final boolean TERMINAL = Boolean.getBoolean("urbanops.terminal");

    private Progress() {}

    /**
     * Opens a bar; the caller closes it.
     *
     * @param total how many steps there are, or -1 when that is not known
     */
    public static ProgressBar bar(String task, long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(TERMINAL ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) (TERMINAL ? Duration.ofMillis(250) : Duration.ofSeconds(5)).toMillis())
                .setMaxRenderedLength(110)
                .showSpeed()
                .build();
    }
}

package city.urbanops.bench.verify;

import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.bench.verify.JournalPages.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/**
 * What the whole check found.
 *
 * @param broken the first broken link of each case that has one
 */
public record JournalVerification(long cases, long entries, List<BrokenLink> broken, boolean intact) {

    public JournalVerification {
        broken = List.copyOf(broken);
    }

    /**
     * Checks all cases of the running platform.
     *
     * @param progress opens the bar that is moved meanwhile
     */
    public static JournalVerification of(RunningPlatform platform, Supplier<ProgressBar> progress) {
        try (var pages = new JournalPages(platform);
                var bar = progress.get()) {
            return of(pages::next, bar::stepBy);
        }
    }

    /**
     * Checks all cases, page by page.
     *
     * @param pages gives the page after a case
     * @param checked told how many cases each page had
     */
    static JournalVerification of(Function<@Nullable UUID, Page> pages, IntConsumer checked) {
        long cases = 0;
        long entries = 0;
        List<BrokenLink> broken = new ArrayList<>();
        @Nullable UUID after = null;
        do {
            var page = pages.apply(after);
            cases += page.cases();
            entries += page.entries();
            broken.addAll(page.broken());
            checked.accept(page.cases());
            after = page.next();
        } while (after != null);
        return new JournalVerification(cases, entries, broken, broken.isEmpty());
    }
}

package city.urbanops.bench.verify;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.bench.verify.JournalPages.Page;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalVerificationTest {

    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    @Test
    void reads_on_until_the_last_page_and_adds_up() {
        var link = new BrokenLink(SECOND, 3, "is not what was sealed");
        Map<@Nullable UUID, Page> pages = new HashMap<>();
        pages.put(null, new Page(2, 10, List.of(), FIRST));
        pages.put(FIRST, new Page(2, 12, List.of(link), SECOND));
        pages.put(SECOND, new Page(1, 5, List.of(), null));
        var seen = new AtomicInteger();

        var result = JournalVerification.of(pages::get, seen::addAndGet);

        assertThat(result.cases()).isEqualTo(5);
        assertThat(result.entries()).isEqualTo(27);
        assertThat(result.broken()).containsExactly(link);
        assertThat(result.intact()).isFalse();
        assertThat(seen).hasValue(5);
    }
}

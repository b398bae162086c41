package city.urbanops.dispatch.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTest {

    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "5, 32", "9, 512", "10, 900", "80, 900"})
    void pauses_double_up_to_the_longest(int failuresBefore, long seconds) {
        assertThat(fail(receiver(failuresBefore)).retryAt()).isEqualTo(NOW.plusSeconds(seconds));
    }

    @Test
    void is_given_up_after_so_many_failures_in_a_row() {
        assertThat(fail(receiver(98)).disabledAt()).isNull();
        assertThat(fail(receiver(99)).disabledAt()).isEqualTo(NOW);
    }

    @Test
    void one_success_forgets_the_failures() {
        Webhook after = receiver(99).succeeded(NOW);

        assertThat(after.failures()).isZero();
        assertThat(after.lastFailure()).isNull();
        assertThat(fail(after).disabledAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "call 13800138000 first, call *** first",
        "call 138-0013-8000 first, call *** first",
        "ID 45020219900101123X of the owner, ID *** of the owner",
        "write to li.wei@example.org, write to ***",
        "case 12345 on 2 November, case 12345 on 2 November",
    })
    void long_numbers_and_addresses_do_not_leave_the_house(String text, String masked) {
        assertThat(PersonalData.masked(text)).isEqualTo(masked);
    }

    private static Webhook fail(Webhook webhook) {
        return webhook.failed(NOW, "the receiver answered 500", new Retries(FIRST, LONGEST, 100));
    }

    private static Webhook receiver(int failures) {
        return new Webhook("water-company", "https://example.org", 1, failures, "before", NOW, null);
    }
}

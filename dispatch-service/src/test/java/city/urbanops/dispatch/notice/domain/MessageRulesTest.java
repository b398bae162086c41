package city.urbanops.dispatch.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessageRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
    private static final Retries RETRIES = new Retries(Duration.ofSeconds(1), Duration.ofMinutes(15), 3);
    private static final Addresses ADDRESSES = new Addresses(Pattern.compile("(\\+?86)?1[3-9][0-9]{9}"));

    @Test
    void a_server_that_is_away_gives_up_nobody_and_a_refusal_counts_for_itself() {
        // Given
        MessageRoute route =
                new MessageRoute(MessageChannel.EMAIL, "water-company", "a@b.example", 0, 0, null, NOW, null);

        // When
        MessageRoute away = route;
        for (int i = 0; i < 50; i++) {
            away = away.unreached(NOW, "away", RETRIES);
        }
        MessageRoute refused = away.refused(NOW, "no", RETRIES).refused(NOW, "no", RETRIES);

        // Then
        assertThat(away.disabledAt()).isNull();
        assertThat(away.retryAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
        assertThat(refused.disabledAt()).isNull();
        assertThat(refused.refused(NOW, "no", RETRIES).disabledAt()).isEqualTo(NOW);
        assertThat(refused.succeeded(NOW).refused(NOW, "no", RETRIES).disabledAt())
                .isNull();
    }

    @Test
    void only_addresses_that_are_some_are_used_and_each_once() {
        // Given
        Unit unit = new Unit(
                "water-company",
                "水",
                "water",
                "COMPANY",
                null,
                Workplace.TASK_DESK,
                "450200",
                true,
                List.of(),
                List.of(
                        new Unit.Contact("office", "0772-2810000", "desk@water.example"),
                        new Unit.Contact("duty", "138 0013-8000", " desk@water.example "),
                        new Unit.Contact("duty", "+86 13800138001", "x@y.example\r\nBcc: all@city.example"),
                        new Unit.Contact("none", null, null)));

        // Then
        assertThat(ADDRESSES.of(unit, MessageChannel.EMAIL)).containsExactly("desk@water.example");
        assertThat(ADDRESSES.of(unit, MessageChannel.SMS)).containsExactly("13800138000", "+8613800138001");
    }

    @Test
    void a_text_is_filled_in_and_a_dollar_sign_does_no_harm() {
        // Given
        TaskNotice notice = new TaskNotice(
                UUID.randomUUID(), "overdue", Set.of("water-company"), UUID.randomUUID(), "P0101", "450202", NOW, NOW);

        // When
        String text = new MessageText("{unit}: {case} ({class}, {area}) due {due} {else}")
                .of(notice, "1", "$1 \\ Water", ZoneId.of("Asia/Shanghai"));

        // Then
        assertThat(text).isEqualTo("$1 \\ Water: 1 (P0101, 450202) due 2026-11-02 09:00 {else}");
    }

    @Test
    void an_event_told_twice_is_the_same_message() {
        // Given
        UUID event = UUID.randomUUID();

        // Then
        assertThat(Message.idOf(event, MessageChannel.SMS, "a", "1"))
                .isEqualTo(Message.idOf(event, MessageChannel.SMS, "a", "1"))
                .isNotEqualTo(Message.idOf(event, MessageChannel.EMAIL, "a", "1"))
                .isNotEqualTo(Message.idOf(event, MessageChannel.SMS, "b", "1"));
    }
}

package city.urbanops.intake.reporter.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.PublishedCalendars;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.intake.reporter.domain.ReplyWish.SetDeadline;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplyRuleTest {

    private static final WorkingCalendar CHINA =
            WorkingCalendar.standard(ZoneId.of("Asia/Shanghai"), PublishedCalendars.china());

    /** Thursday 17:00, an hour before eight days of holidays. */
    private static final Instant EVE = Instant.parse("2023-09-28T17:00:00+08:00");

    private static final ReplyRule HOTLINE = new ReplyRule(TimeLimit.parse("1wd"), TimeLimit.parse("5wd"), true);
    private static final ReplyRule ON_REQUEST = new ReplyRule(TimeLimit.parse("1wd"), TimeLimit.parse("5wd"), false);

    @Test
    void counts_working_days_over_a_holiday() {
        var reply = HOTLINE.promise(wish(null, null), EVE, CHINA).orElseThrow();

        assertThat(reply.contactDueAt()).isEqualTo("2023-10-07T17:00:00+08:00");
        assertThat(reply.replyDueAt()).isEqualTo("2023-10-11T17:00:00+08:00");
        assertThat(reply.nextLapse()).contains(reply.contactDueAt());
    }

    @Test
    void promises_nothing_to_nobody_and_to_whoever_wants_none() {
        assertThat(HOTLINE.promise(new ReplyWish(false, true, deadline("2023-10-09T00:00:00Z")), EVE, CHINA))
                .isEmpty();
        assertThat(HOTLINE.promise(wish(false, deadline("2023-10-09T00:00:00Z")), EVE, CHINA))
                .isEmpty();
    }

    @Test
    void replies_on_request_where_the_channel_does_no_more() {
        assertThat(ON_REQUEST.promise(wish(null, null), EVE, CHINA)).isEmpty();
        assertThat(ON_REQUEST.promise(wish(true, null), EVE, CHINA)).isPresent();
        assertThat(ON_REQUEST.promise(wish(null, deadline("2023-10-09T00:00:00Z")), EVE, CHINA))
                .isPresent();
    }

    @Test
    void a_deadline_of_the_source_goes_before_the_channels_and_the_contact_never_comes_after_it() {
        var late = HOTLINE.promise(wish(null, deadline("2023-11-20T00:00:00Z")), EVE, CHINA)
                .orElseThrow();
        var soon = HOTLINE.promise(wish(null, deadline("2023-09-29T00:00:00Z")), EVE, CHINA)
                .orElseThrow();

        assertThat(late.replyDueAt()).isEqualTo("2023-11-20T00:00:00Z");
        assertThat(late.contactDueAt()).isEqualTo("2023-10-07T17:00:00+08:00");
        assertThat(late.limit()).isNull();
        assertThat(soon.contactDueAt()).isEqualTo(soon.replyDueAt()).isEqualTo("2023-09-29T00:00:00Z");
    }

    private static ReplyWish wish(@Nullable Boolean wanted, @Nullable SetDeadline deadline) {
        return new ReplyWish(true, wanted, deadline);
    }

    private static @Nullable SetDeadline deadline(String at) {
        return SetDeadline.of("details.replyBy", Instant.parse(at));
    }
}

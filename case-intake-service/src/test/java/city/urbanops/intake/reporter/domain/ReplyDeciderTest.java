package city.urbanops.intake.reporter.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.PublishedCalendars;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.intake.reporter.domain.ReplyDecider.Extension;
import city.urbanops.intake.reporter.domain.ReplyDecision.BreaksRule;
import city.urbanops.intake.reporter.domain.ReplyDecision.Done;
import city.urbanops.intake.reporter.domain.ReplyDecision.Kind;
import city.urbanops.intake.reporter.domain.ReplyDecision.NotNow;
import city.urbanops.intake.reporter.domain.ReplyDecision.Note;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyDeciderTest {

    private static final WorkingCalendar CHINA =
            WorkingCalendar.standard(ZoneId.of("Asia/Shanghai"), PublishedCalendars.china());
    private static final Instant REPORTED = at("13T11:30");
    private static final Instant CONTACT_DUE = at("16T11:30");
    private static final Instant REPLY_DUE = at("20T11:30");
    private static final PromisedReply PROMISED = PromisedReply.made(CONTACT_DUE, REPLY_DUE, TimeLimit.parse("5wd"));
    private static final Extension EXTENSION = new Extension(true, REPORTED, 1);

    @Test
    void who_was_told_on_the_spot_waits_for_nothing() {
        assertThat(ReplyDecider.promise(PROMISED, false, REPORTED).notes())
                .containsExactly(new Note(Kind.PROMISED, REPORTED));

        var settled = ReplyDecider.promise(PROMISED, true, REPORTED);

        assertThat(settled.notes()).extracting(Note::kind).containsExactly(Kind.PROMISED, Kind.CONTACTED, Kind.REPLIED);
        assertThat(settled.next().nextLapse()).isEmpty();
    }

    @Test
    void keeps_the_first_contact() {
        var first = (Done) ReplyDecider.contact(PROMISED, at("13T15:00"));

        assertThat(first.notes()).containsExactly(new Note(Kind.CONTACTED, at("13T15:00")));
        assertThat(first.next().nextLapse()).contains(REPLY_DUE);
        assertThat(ReplyDecider.contact(first.next(), at("14T15:00")))
                .isInstanceOfSatisfying(
                        NotNow.class, no -> assertThat(no.reason()).isEqualTo("contacted"));
    }

    @Test
    void a_reply_is_a_contact_too_and_is_kept_once() {
        var first = ReplyDecider.reply(PROMISED, at("13T15:00"));

        assertThat(first.notes())
                .containsExactly(new Note(Kind.CONTACTED, at("13T15:00")), new Note(Kind.REPLIED, at("13T15:00")));
        assertThat(first.next().nextLapse()).isEmpty();
        assertThat(ReplyDecider.reply(first.next(), at("30T15:00"))).isEqualTo(new Done(first.next(), List.of()));
    }

    @Test
    void tells_of_what_is_overdue_once_and_not_at_the_deadline_itself() {
        assertThat(ReplyDecider.lapse(PROMISED, CONTACT_DUE).notes()).isEmpty();

        var contact = ReplyDecider.lapse(PROMISED, CONTACT_DUE.plusMillis(1));
        assertThat(contact.notes()).containsExactly(new Note(Kind.CONTACT_OVERDUE, CONTACT_DUE));
        var both = ReplyDecider.lapse(PROMISED, REPLY_DUE.plusMillis(1));
        assertThat(both.notes())
                .containsExactly(new Note(Kind.CONTACT_OVERDUE, CONTACT_DUE), new Note(Kind.REPLY_OVERDUE, REPLY_DUE));
        assertThat(ReplyDecider.lapse(both.next(), at("30T11:30")).notes()).isEmpty();
        assertThat(both.next().nextLapse()).isEmpty();
        assertThat(ReplyDecider.lapse(ReplyDecider.reply(PROMISED, CONTACT_DUE).next(), at("30T11:30"))
                        .notes())
                .isEmpty();
    }

    @Test
    void a_late_contact_and_a_late_reply_are_kept_with_what_was_told() {
        var overdue = ReplyDecider.lapse(PROMISED, at("30T11:30")).next();

        var replied = ReplyDecider.reply(overdue, at("30T12:00"));

        assertThat(replied.next().replyOverdue()).isTrue();
        assertThat(replied.notes()).extracting(Note::kind).containsExactly(Kind.CONTACTED, Kind.REPLIED);
    }

    @Test
    void an_extension_adds_one_limit_from_the_report_on() {
        var extended = (Done) ReplyDecider.extend(PROMISED, EXTENSION, CHINA, at("20T11:30"));

        assertThat(extended.next().replyDueAt()).isEqualTo(at("27T11:30"));
        assertThat(extended.next().contactDueAt()).isEqualTo(CONTACT_DUE);
        assertThat(extended.notes())
                .containsExactly(new Note(Kind.CONTACTED, at("20T11:30")), new Note(Kind.EXTENDED, at("20T11:30")));
        assertThat(extended.next().contactedAt()).isEqualTo(at("20T11:30"));
        assertThat(refusal(extended.next(), EXTENSION, at("20T11:30"))).isEqualTo("no-more-extensions");
    }

    @Test
    void there_is_no_more_time_when_it_is_too_late_kept_set_elsewhere_or_a_secret() {
        var replied = ReplyDecider.reply(PROMISED, at("13T15:00")).next();
        var bySource = PromisedReply.made(CONTACT_DUE, REPLY_DUE, null);

        assertThat(refusal(PROMISED, EXTENSION, REPLY_DUE.plusMillis(1))).isEqualTo("too-late");
        assertThat(refusal(replied, EXTENSION, at("14T15:00"))).isEqualTo("replied");
        assertThat(refusal(bySource, EXTENSION, at("14T15:00"))).isEqualTo("set-by-source");
        assertThat(ReplyDecider.extend(PROMISED, new Extension(false, REPORTED, 1), CHINA, at("14T15:00")))
                .isInstanceOfSatisfying(
                        BreaksRule.class, broken -> assertThat(broken.field()).isEqualTo("applicantTold"));
    }

    private static String refusal(PromisedReply reply, Extension extension, Instant now) {
        return ((NotNow) ReplyDecider.extend(reply, extension, CHINA, now)).reason();
    }

    private static Instant at(String dayAndTime) {
        return Instant.parse("2023-10-" + dayAndTime + ":00+08:00");
    }
}

package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.CaseSet.CONTACTED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.CONTACT_DUE;
import static city.urbanops.metrics.domain.CaseSet.REPLIED;
import static city.urbanops.metrics.domain.CaseSet.REPLIED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.REPLY_DUE;
import static city.urbanops.metrics.domain.CaseSet.REPLY_PROMISED;
import static city.urbanops.metrics.domain.Lives.life;
import static city.urbanops.metrics.domain.Stories.DUST;
import static city.urbanops.metrics.domain.Stories.OTHER_CASE;
import static city.urbanops.metrics.domain.Stories.at;
import static city.urbanops.metrics.domain.Stories.closed;
import static city.urbanops.metrics.domain.Stories.filed;
import static city.urbanops.metrics.domain.Stories.fold;
import static city.urbanops.metrics.domain.Stories.on;
import static city.urbanops.metrics.domain.Stories.reported;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replies to reporters: in which figures a life counts, and the petitions and appeals of a month (mission A14). */
class RepliesTest {

    private static final Set<CaseSet> OF_REPLIES = EnumSet.range(REPLY_PROMISED, REPLIED_IN_TIME);
    private static final Instant CONTACT_DUE_AT = at("12:00");
    private static final Instant REPLY_DUE_AT = at("17:00");

    /** Month's items by channel; 35 of the hotline's are open. */
    private static final Map<String, Integer> MONTH =
            Map.of("PETITION_PROVINCE", 3, "PETITION_CITY", 3, "ONLINE_POLITICS", 18, "HOTLINE_12345", 173);

    private static final int OPEN = 35;

    static Stream<Arguments> lives() {
        return Stream.of(
                life(
                        "anonymous: closed, and nobody is owed anything",
                        Set.of(),
                        reported(),
                        filed(),
                        closed(1, "11:00")),
                life(
                        "promised and still in time: no rate knows it yet",
                        Set.of(REPLY_PROMISED),
                        reported(),
                        promised(),
                        filed()),
                life(
                        "contacted and replied in time",
                        OF_REPLIES,
                        reported(),
                        promised(),
                        filed(),
                        contacted("09:00"),
                        closed(1, "11:00"),
                        replied("11:30")),
                life(
                        "told of before its closing arrives, and before its promise",
                        OF_REPLIES,
                        replied("11:30"),
                        contacted("09:00"),
                        reported(),
                        closed(1, "11:00"),
                        filed(),
                        promised()),
                life(
                        "closed in time, and nobody told the reporter",
                        Set.of(REPLY_PROMISED, CONTACT_DUE, REPLY_DUE),
                        reported(),
                        promised(),
                        filed(),
                        closed(1, "11:00"),
                        on("12:00").contactOverdue(),
                        on("17:00").replyOverdue()),
                life(
                        "told late: a reply, but not one in time",
                        Set.of(REPLY_PROMISED, CONTACT_DUE, REPLY_DUE, REPLIED),
                        reported(),
                        promised(),
                        on("12:00").contactOverdue(),
                        on("17:00").replyOverdue(),
                        contacted("17:30"),
                        replied("17:30")),
                life(
                        "replied to, reopened, replied to again after the deadline: one promise, kept",
                        OF_REPLIES,
                        reported(),
                        promised(),
                        contacted("10:00"),
                        closed(1, "11:00"),
                        replied("11:30"),
                        on(2, "12:00").reopened(DUST),
                        closed(2, "19:00")),
                life(
                        "extended before it was due: in time by the deadline then in force",
                        OF_REPLIES,
                        reported(),
                        promised(),
                        contacted("10:00"),
                        on("16:00").replyPromised(),
                        on("18:00").replied(at("18:00"), at("20:00"))),
                life(
                        "void, which gets nobody out of a promise",
                        OF_REPLIES,
                        reported(),
                        promised(),
                        contacted("10:00"),
                        on("10:30").voided(DUST),
                        replied("11:00")),
                life(
                        "linked: no case of its own, but a reporter of its own",
                        OF_REPLIES,
                        reported(),
                        promised(),
                        on("08:01").linked(DUST, OTHER_CASE),
                        contacted("10:00"),
                        replied("11:00")),
                life(
                        "an overdue that was told of before a reply in time came in",
                        OF_REPLIES,
                        reported(),
                        promised(),
                        contacted("10:00"),
                        on("17:00").replyOverdue(),
                        replied("17:00")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void counts_a_life_where_it_belongs(String name, Set<CaseSet> expected, List<CaseFact> events) {
        // When
        var sets = CaseSet.of(fold(events));
        sets.retainAll(OF_REPLIES);

        // Then
        assertThat(sets).isEqualTo(expected);
    }

    @Test
    void the_petitions_and_appeals_of_a_month_reach_100_percent_each() {
        // Given: 197 items, 35 open; whoever divided by the promises would find 162 of 197 replied to
        var change = new RollupChange(ZoneOffset.UTC);

        // When
        month().forEach(fact -> change.replace(null, fact));

        // Then
        var counts = new Counts();
        change.changes().values().forEach(counts::add);
        assertThat(counts.of(CaseSet.REPORTED)).isEqualTo(197);
        assertThat(counts.of(REPLY_PROMISED)).isEqualTo(197);
        assertThat(counts.of(CONTACT_DUE)).isEqualTo(197);
        assertThat(counts.of(CONTACTED_IN_TIME)).isEqualTo(197);
        assertThat(counts.of(CaseSet.DUE_TO_CLOSE)).isEqualTo(162);
        assertThat(counts.of(REPLY_DUE)).isEqualTo(162);
        for (var rate : List.of("reception-rate", "in-time-close-rate", "reply-rate", "reply-in-time-rate")) {
            assertThat(Indicator.find(rate).orElseThrow().of(counts)).as(rate).contains(1.0);
        }
        assertThat(Indicator.find("reply-rate.promised").orElseThrow().of(counts))
                .contains(162 / 197.0);
    }

    @Test
    void nothing_promised_is_not_evaluated() {
        // When
        var counts = new Counts();
        counts.add(CaseSet.of(fold(List.of(reported(), filed(), closed(1, "11:00")))), 1);

        // Then
        assertThat(Indicator.RECEPTION_RATE.standard().of(counts)).isEmpty();
        assertThat(Indicator.REPLY_RATE.standard().of(counts)).isEmpty();
        assertThat(Indicator.REPLY_IN_TIME_RATE.standard().of(counts)).isEmpty();
    }

    private static List<CaseFact> month() {
        var items = new ArrayList<CaseFact>();
        MONTH.forEach((channel, number) -> {
            for (int i = 0; i < number; i++) {
                items.add(item(items.size(), channel, channel.equals("HOTLINE_12345") && i < OPEN));
            }
        });
        return items;
    }

    private static CaseFact item(int number, String channel, boolean open) {
        var subject = new Subject("E0304", "450202001001001", channel);
        var on = new UUID(14, number);
        var came = List.of(
                new Occurrence(on, 1, at("08:00")).reported(subject),
                new Occurrence(on, 1, at("08:00")).replyPromised(),
                new Occurrence(on, 1, at("08:10")).filed(subject, at("08:10")),
                new Occurrence(on, 1, at("08:20")).dispatched("urban-enforcement", at("12:00")),
                new Occurrence(on, 1, at("09:00")).contacted(at("09:00"), CONTACT_DUE_AT));
        var done = List.of(
                new Occurrence(on, 1, at("11:00")).handedBack(at("11:00"), at("12:00")),
                new Occurrence(on, 1, at("11:30")).closed(subject, new Ending(Ending.Kind.NORMAL, at("11:30"))),
                new Occurrence(on, 1, at("16:00")).replied(at("16:00"), REPLY_DUE_AT));
        return fold(open ? came : Stream.concat(came.stream(), done.stream()).toList());
    }

    private static CaseFact promised() {
        return on("08:00").replyPromised();
    }

    private static CaseFact contacted(String time) {
        return on(time).contacted(at(time), CONTACT_DUE_AT);
    }

    private static CaseFact replied(String time) {
        return on(time).replied(at(time), REPLY_DUE_AT);
    }
}

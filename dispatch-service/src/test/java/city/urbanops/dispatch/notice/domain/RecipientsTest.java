package city.urbanops.dispatch.notice.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whom a message goes to. */
class RecipientsTest {

    private static final Addresses ADDRESSES = new Addresses(Pattern.compile("1[3-9][0-9]{9}"));
    private static final Unit UNIT = new Unit(
            "u",
            "u",
            "u",
            "COMPANY",
            null,
            Workplace.TASK_DESK,
            "450200",
            true,
            List.of(),
            List.of(new Unit.Contact("desk", "13700000000", "desk@unit.example")));
    private static final Roster.OnDuty PATROL = onDuty("patrol", "138-0000-0001", null);
    private static final Roster.OnDuty ROOM = onDuty("room", "0772-2810000", "room@unit.example");

    @Test
    void the_closest_post_that_can_be_reached_in_this_way_is_told_and_nobody_else() {
        assertThat(of(MessageChannel.SMS, PATROL, ROOM)).isEqualTo(recipients("13800000001", "patrol"));
        assertThat(of(MessageChannel.EMAIL, PATROL, ROOM)).isEqualTo(recipients("room@unit.example", "room"));
    }

    @Test
    void without_a_post_to_reach_the_unit_s_own_contacts_are_told() {
        assertThat(of(MessageChannel.SMS)).isEqualTo(recipients("13700000000", null));
        assertThat(of(MessageChannel.SMS, ROOM)).isEqualTo(recipients("13700000000", null));
    }

    @Test
    void an_address_that_was_given_up_is_passed_by() {
        Recipients recipients =
                Recipients.of(UNIT, List.of(PATROL), MessageChannel.SMS, ADDRESSES, "13800000001"::equals);

        assertThat(recipients).isEqualTo(recipients("13700000000", null));
    }

    private static Recipients of(MessageChannel channel, Roster.OnDuty... onDuty) {
        return Recipients.of(UNIT, List.of(onDuty), channel, ADDRESSES, address -> false);
    }

    private static Recipients recipients(String address, String post) {
        return new Recipients(java.util.Set.of(address), post);
    }

    private static Roster.OnDuty onDuty(String id, String phone, String email) {
        DutyPost post = new DutyPost(
                id,
                DutyPost.Kind.DUTY_ROOM,
                null,
                null,
                "00:00-00:00",
                true,
                new DutyPost.Contact(id, phone, email),
                null,
                null);
        return new Roster.OnDuty(post, LocalDateTime.of(2026, 1, 1, 0, 0));
    }
}

package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static city.urbanops.intake.casefile.domain.Cases.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Reopened;
import city.urbanops.intake.casefile.domain.CaseChange.Unlinked;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.intake.casefile.domain.LinkingCommand.Link;
import city.urbanops.intake.casefile.domain.LinkingCommand.Unlink;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinkingDeciderTest {

    private static final UUID PARENT = UUID.fromString("0195550a-0000-7000-8000-00000000000a");

    @Test
    void a_report_nobody_handles_follows_an_open_case_and_loses_its_task() {
        var linked = accepted(Cases.dispatchedCase(), link(parent(), false)).next();

        assertThat(linked.duplicateOf()).isEqualTo(PARENT);
        assertThat(linked.assignment()).isNull();
    }

    @Test
    void makes_no_chains_and_no_links_to_what_has_ended() {
        assertThat(decide(Cases.reportedCase(), link(parent().linkedTo(UUID.randomUUID()), false)))
                .isInstanceOf(BreaksRule.class);
        assertThat(decide(Cases.reportedCase(), link(parent().in(Phase.VOID), false)))
                .isInstanceOf(BreaksRule.class);
        assertThat(decide(Cases.reportedCase(), link(parent(), true))).isInstanceOf(NotNow.class);
        assertThat(decide(Cases.in(Phase.HANDLING), link(parent(), false))).isInstanceOf(NotNow.class);
        assertThat(decide(Cases.reportedCase(), new Link(PARENT, null, false, null)))
                .isInstanceOf(BreaksRule.class);
    }

    @Test
    void an_unlinked_report_is_filed_by_the_standing_rule() {
        var linked = Cases.reportedCase().linkedTo(PARENT);

        var accepted = accepted(linked, new Unlink(ROW, "another cover"));

        assertThat(accepted.next().phase()).isEqualTo(Phase.FILED);
        assertThat(accepted.changes())
                .containsExactly(new Unlinked(PARENT, "another cover"), new Filed(ROW, NOW, null));
        assertThat(decide(linked, new Unlink(ROW, null))).isEqualTo(BreaksRule.opinionMissing());
    }

    @Test
    void one_that_was_dispatched_before_begins_a_new_round() {
        var linked = accepted(Cases.dispatchedCase(), link(parent(), false)).next();

        var accepted = accepted(linked, new Unlink(ROW, "another cover"));

        assertThat(accepted.next().round()).isEqualTo(2);
        assertThat(accepted.changes()).contains(new Reopened(ROW, NOW, "another cover"));
    }

    private static CaseFile parent() {
        return CaseFile.reported(PARENT, "p", Cases.reportedCase().report(), "P0101")
                .filed(ROW, NOW);
    }

    private static Link link(CaseFile parent, boolean hasFollowers) {
        return new Link(PARENT, parent, hasFollowers, null);
    }

    private static Decision decide(CaseFile file, CaseCommand command) {
        return SupervisionDecider.decide(file, command, "agent", NOW);
    }

    private static Accepted accepted(CaseFile file, CaseCommand command) {
        var decision = decide(file, command);
        assertThat(decision).isInstanceOf(Accepted.class);
        return (Accepted) decision;
    }
}

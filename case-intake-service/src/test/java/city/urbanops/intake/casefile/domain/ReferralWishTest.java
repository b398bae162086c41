package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.CaseChange.Asked;
import city.urbanops.intake.casefile.domain.CaseChange.Voided;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import city.urbanops.intake.casefile.domain.Decision.BreaksRule;
import city.urbanops.intake.casefile.domain.Decision.NotNow;
import city.urbanops.intake.casefile.domain.FilingCommand.Ask;
import city.urbanops.intake.casefile.domain.FilingCommand.FileCase;
import city.urbanops.intake.casefile.domain.FilingCommand.RefuseRequest;
import city.urbanops.intake.casefile.domain.FilingCommand.VoidCase;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a matter belongs that is not ours: which referral is possible, and who decides it. */
class ReferralWishTest {

    private static final UUID OTHER = UUID.fromString("0195550a-0000-7000-8000-000000000009");

    @Test
    void voids_a_case_and_keeps_where_it_belongs() {
        var wish = wish(kind("LITIGATION"), null, null);

        var accepted = (Accepted) decide(Cases.reportedCase(), new VoidCase(wish, "a court decides"));

        assertThat(accepted.next().phase()).isEqualTo(Phase.VOID);
        assertThat(accepted.next().referral()).isEqualTo(wish.referral());
        assertThat(accepted.changes()).containsExactly(new Voided("a court decides", wish.referral()));
    }

    @Test
    void still_demands_an_opinion() {
        assertThat(decide(Cases.reportedCase(), new VoidCase(wish(kind("LITIGATION"), null, null), null)))
                .isEqualTo(BreaksRule.opinionMissing());
    }

    @Test
    void does_not_send_a_petition_back_to_where_petitions_come_from() {
        var petition = with(kind("PETITION"), Set.of(), Set.of(Channel.HOTLINE_12345));

        assertThat(refusedField(Cases.reportedCase(), wish(petition, null, null)))
                .isEqualTo("referral.kind");
    }

    @Test
    void is_only_for_the_channels_its_kind_names() {
        var wrongTransfer = with(kind("WRONG_TRANSFER"), Set.of(Channel.PETITION_CITY), Set.of());

        assertThat(refusedField(Cases.reportedCase(), wish(wrongTransfer, null, null)))
                .isEqualTo("referral.kind");
    }

    @Test
    void returns_only_what_has_a_number_to_go_back_under() {
        var returning = new ReferralKind("X", "x", "x", "x", "x", "x", true, true, false, Set.of(), Set.of(), "x");

        assertThat(refusedField(Cases.reportedCase(), wish(returning, null, null)))
                .isEqualTo("referral.kind");
    }

    @Test
    void names_an_earlier_case_where_its_kind_demands_one_and_nowhere_else() {
        var file = Cases.reportedCase();
        var repeated = repeated();

        assertThat(refusedField(file, wish(repeated, null, null))).isEqualTo("referral.earlierCaseId");
        assertThat(refusedField(file, wish(kind("LITIGATION"), OTHER, earlier())))
                .isEqualTo("referral.earlierCaseId");
        assertThat(refusedField(file, wish(repeated, file.id(), file))).isEqualTo("referral.earlierCaseId");
        assertThat(refusedField(file, wish(repeated, OTHER, null))).isEqualTo("referral.earlierCaseId");
        assertThat(decide(file, new VoidCase(wish(repeated, OTHER, earlier()), "no news")))
                .isInstanceOf(Accepted.class);
    }

    @Test
    void an_earlier_case_was_not_reported_later() {
        var report = Cases.reportedCase().report();
        var later = new Report(
                report.channel(),
                report.text(),
                false,
                report.place(),
                NOW.plusSeconds(1),
                NOW.plusSeconds(1),
                report.publisher(),
                null);

        assertThat(refusedField(
                        Cases.reportedCase(), wish(repeated(), OTHER, CaseFile.reported(OTHER, "n", later, null))))
                .isEqualTo("referral.earlierCaseId");
    }

    @Test
    void only_the_leader_voids_without_a_referral_or_by_a_kind_that_needs_approval() {
        var file = Cases.reportedCase();

        assertThat(ReferralWish.needsLeader(file, null)).isTrue();
        assertThat(ReferralWish.needsLeader(file, wish(repeated(), OTHER, null)))
                .isTrue();
        assertThat(ReferralWish.needsLeader(file, wish(kind("LITIGATION"), null, null)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Phase.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"REPORTED", "VERIFYING"})
    void only_the_leader_takes_a_filing_back(Phase phase) {
        assertThat(ReferralWish.needsLeader(Cases.in(phase), wish(kind("LITIGATION"), null, null)))
                .isTrue();
    }

    @Test
    void what_was_asked_for_waits_with_the_request_and_goes_with_it() {
        var wish = wish(kind("LITIGATION"), null, null);

        var asked = (Accepted) SupervisionDecider.decide(
                Cases.reportedCase(), new Ask(PendingRequest.Kind.VOID, wish, "please"), "agent", NOW);
        var refused = (Accepted) decide(asked.next(), new RefuseRequest("no"));
        var filed = (Accepted) decide(asked.next(), new FileCase(Cases.ROW, Optional.empty(), null));

        assertThat(asked.changes()).containsExactly(new Asked(PendingRequest.Kind.VOID, "please"));
        assertThat(asked.next().referral()).isEqualTo(wish.referral());
        assertThat(refused.next().referral()).isNull();
        assertThat(filed.next().referral()).isNull();
    }

    @Test
    void nobody_grants_an_own_request_by_naming_another_referral() {
        var asked = (Accepted) SupervisionDecider.decide(
                Cases.reportedCase(), new Ask(PendingRequest.Kind.VOID, "please"), "leader", NOW);

        assertThat(decide(asked.next(), new VoidCase(wish(kind("LITIGATION"), null, null), "ok")))
                .isInstanceOf(NotNow.class);
    }

    @Test
    void tells_the_reporter_the_office_and_how_the_earlier_case_stands() {
        var words = repeated().words(new Referral("REPEATED", null, OTHER), earlier());
        var named = repeated().words(new Referral("REPEATED", "B", OTHER), earlier());

        assertThat(words).isEqualTo("A|n|已受理");
        assertThat(named).isEqualTo("B|n|已受理");
    }

    private static Decision decide(CaseFile file, FilingCommand command) {
        return SupervisionDecider.decide(file, command, "leader", NOW);
    }

    private static String refusedField(CaseFile file, ReferralWish wish) {
        return ((BreaksRule) decide(file, new VoidCase(wish, "why"))).field();
    }

    private static ReferralWish wish(ReferralKind kind, @Nullable UUID earlierId, @Nullable CaseFile earlier) {
        return new ReferralWish(new Referral(kind.code(), null, earlierId), kind, earlier);
    }

    private static CaseFile earlier() {
        return CaseFile.reported(OTHER, "n", Cases.reportedCase().report(), null);
    }

    private static ReferralKind kind(String code) {
        return new ReferralKind(code, "x", "x", "A", "x", "x", false, false, false, Set.of(), Set.of(), "x");
    }

    private static ReferralKind repeated() {
        return new ReferralKind(
                "REPEATED",
                "x",
                "x",
                "A",
                "{to}|{earlier}|{progress}",
                "x",
                true,
                false,
                true,
                Set.of(),
                Set.of(),
                "x");
    }

    private static ReferralKind with(ReferralKind kind, Set<Channel> onlyFrom, Set<Channel> notFrom) {
        return new ReferralKind(kind.code(), "x", "x", "A", "x", "x", false, false, false, onlyFrom, notFrom, "x");
    }
}

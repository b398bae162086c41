package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static city.urbanops.intake.casefile.domain.Cases.ROW;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseChange.Reported;
import city.urbanops.intake.casefile.domain.CaseChange.VerificationRequested;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReportDeciderTest {

    @Test
    void files_a_report_with_class_and_place_at_once() {
        var accepted = ReportDecider.decide(Cases.reportedCase(), ROW, false, Optional.empty(), NOW);

        assertThat(accepted.next().phase()).isEqualTo(Phase.FILED);
        assertThat(accepted.changes()).containsExactly(new Reported(), new Filed(ROW, NOW, null));
    }

    @Test
    void leaves_a_report_without_class_or_place_to_the_acceptor() {
        var classless = ReportDecider.decide(Cases.reportedCase(), null, false, Optional.empty(), NOW);
        var placeless = ReportDecider.decide(Cases.reportedSomewhere(), ROW, false, Optional.empty(), NOW);

        assertThat(classless.next().phase()).isEqualTo(Phase.REPORTED);
        assertThat(placeless.next().phase()).isEqualTo(Phase.REPORTED);
    }

    @Test
    void sends_reports_of_some_channels_to_verification_first() {
        var accepted = ReportDecider.decide(Cases.reportedCase(), ROW, true, Optional.empty(), NOW);

        assertThat(accepted.next().phase()).isEqualTo(Phase.VERIFYING);
        assertThat(accepted.changes()).containsExactly(new Reported(), new VerificationRequested(null));
    }

    @Test
    void links_a_repetition_and_does_not_file_it() {
        var link = new Linked(UUID.randomUUID(), true, "near");

        var accepted = ReportDecider.decide(Cases.reportedCase(), ROW, false, Optional.of(link), NOW);

        assertThat(accepted.next().duplicateOf()).isEqualTo(link.parent());
        assertThat(accepted.next().phase()).isEqualTo(Phase.REPORTED);
        assertThat(accepted.changes()).containsExactly(new Reported(), link);
    }

    @Test
    void closes_a_question_with_its_answer_and_files_nothing() {
        var accepted = ReportDecider.answered(Cases.reportedCase(), "by nine", NOW);

        var closure = new Closure(ClosureKind.SELF, NOW);
        assertThat(accepted.next().phase()).isEqualTo(Phase.CLOSED);
        assertThat(accepted.next().closure()).isEqualTo(closure);
        assertThat(accepted.next().filedAt()).isNull();
        assertThat(accepted.changes()).containsExactly(new Reported(), new CaseChange.Answered(closure, "by nine"));
    }
}

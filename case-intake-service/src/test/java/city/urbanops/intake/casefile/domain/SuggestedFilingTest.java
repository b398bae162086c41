package city.urbanops.intake.casefile.domain;

import static city.urbanops.intake.casefile.domain.Cases.NOW;
import static city.urbanops.intake.casefile.domain.Cases.ROW;
import static city.urbanops.intake.casefile.domain.Cases.unclassifiedCase;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.intake.casefile.domain.CaseChange.Filed;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuggestedFilingTest {

    private static final FilingRow URGENT = new FilingRow("P0157", "1", TimeLimit.parse("2uh"), true, "v1");

    @Test
    void files_under_the_class_dispatch_is_sure_of() {
        var filed = SuggestedFiling.decide(unclassifiedCase(), 1, ROW, false, "like 40 others", Optional.empty(), NOW);

        assertThat(filed).hasValueSatisfying(accepted -> {
            assertThat(accepted.next().phase()).isEqualTo(Phase.FILED);
            assertThat(accepted.next().classCode()).isEqualTo("P0101");
            assertThat(accepted.changes()).containsExactly(new Filed(ROW, NOW, "like 40 others"));
        });
    }

    @Test
    void what_repeats_an_open_case_of_that_class_follows_it_and_is_not_filed() {
        var link = new Linked(UUID.randomUUID(), true, "same class, 3 m away, 0 h apart");

        var linked = SuggestedFiling.decide(unclassifiedCase(), 1, ROW, false, "r", Optional.of(link), NOW);

        assertThat(linked).hasValueSatisfying(accepted -> {
            assertThat(accepted.changes()).containsExactly(link);
            assertThat(accepted.next().duplicateOf()).isEqualTo(link.parent());
            assertThat(accepted.next().classCode()).isEqualTo("P0101");
            assertThat(accepted.next().filedAt()).isNull();
        });
        assertThat(SuggestedFiling.decide(unclassifiedCase(), 1, URGENT, false, "r", Optional.of(link), NOW))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forPeople")
    void leaves_to_people_what_is_theirs(String why, CaseFile file) {
        assertThat(SuggestedFiling.decide(file, 1, ROW, false, "r", Optional.empty(), NOW))
                .as(why)
                .isEmpty();
    }

    static Stream<Arguments> forPeople() {
        var request = new PendingRequest(PendingRequest.Kind.VOID, "acceptor");
        return Stream.of(
                Arguments.of("somebody chose a class", Cases.reportedCase()),
                Arguments.of("a patrol is looking", unclassifiedCase().in(Phase.VERIFYING)),
                Arguments.of("void", unclassifiedCase().in(Phase.VOID)),
                Arguments.of("a later round", unclassifiedCase().nextRound()),
                Arguments.of("follows another case", unclassifiedCase().linkedTo(UUID.randomUUID())),
                Arguments.of("waits for the shift leader", unclassifiedCase().requested(request)),
                Arguments.of("urgent", Cases.urgent(unclassifiedCase())),
                Arguments.of("somewhere", Cases.unclassifiedSomewhere()));
    }

    @Test
    void leaves_to_people_what_is_verified_first_urgent_or_in_no_standard() {
        assertThat(SuggestedFiling.decide(unclassifiedCase(), 1, ROW, true, "r", Optional.empty(), NOW))
                .isEmpty();
        assertThat(SuggestedFiling.decide(unclassifiedCase(), 1, URGENT, false, "r", Optional.empty(), NOW))
                .isEmpty();
        assertThat(SuggestedFiling.decide(unclassifiedCase(), 1, null, false, "r", Optional.empty(), NOW))
                .isEmpty();
    }
}

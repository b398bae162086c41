package city.urbanops.intake.casefile.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.domain.JournalChain.BrokenLink;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JournalChainTest {

    private static final UUID CASE = UUID.fromString("0195550a-0000-7000-8000-000000000001");

    @Test
    void what_was_written_holds() {
        var journal = journal(3);

        assertThat(JournalChain.firstBroken(CASE, journal, head(journal))).isEmpty();
        assertThat(JournalChain.firstBroken(CASE, List.of(), JournalHead.EMPTY)).isEmpty();
    }

    @Test
    void names_the_first_entry_that_was_changed() {
        var journal = journal(4);
        var head = head(journal);
        var second = journal.get(1);
        journal.set(1, new JournalEntry(CASE, 2, step("another opinion"), second.seal()));

        assertThat(JournalChain.firstBroken(CASE, journal, head))
                .contains(new BrokenLink(CASE, 2, "is not what was sealed"));
    }

    @Test
    void names_what_was_taken_out_of_the_middle_or_off_the_end() {
        var journal = journal(4);
        var head = head(journal);

        assertThat(JournalChain.firstBroken(CASE, List.of(journal.get(0), journal.get(2), journal.get(3)), head))
                .map(BrokenLink::sequence)
                .contains(2);
        assertThat(JournalChain.firstBroken(CASE, journal.subList(0, 3), head))
                .map(BrokenLink::sequence)
                .contains(4);
    }

    @Test
    void sees_an_entry_that_was_written_anew_together_with_its_seal() {
        var journal = journal(3);
        var head = head(journal);
        journal.set(2, head(journal.subList(0, 2)).entry(CASE, step("forged")));

        assertThat(JournalChain.firstBroken(CASE, journal, head)).isNotEqualTo(Optional.empty());
    }

    @Test
    void fields_cannot_run_into_each_other() {
        var one = JournalHead.EMPTY.entry(CASE, new JournalStep("t", Cases.NOW, "ab", "c", null, false, CASE, null));
        var other = JournalHead.EMPTY.entry(CASE, new JournalStep("t", Cases.NOW, "a", "bc", null, false, CASE, null));

        assertThat(one.seal()).isNotEqualTo(other.seal());
    }

    private static List<JournalEntry> journal(int length) {
        var entries = new ArrayList<JournalEntry>();
        var head = JournalHead.EMPTY;
        for (var i = 0; i < length; i++) {
            var entry = head.entry(CASE, step("opinion " + i));
            entries.add(entry);
            head = JournalHead.after(entry);
        }
        return entries;
    }

    private static JournalHead head(List<JournalEntry> journal) {
        return JournalHead.after(journal.get(journal.size() - 1));
    }

    private static JournalStep step(@Nullable String opinion) {
        return new JournalStep("urbanops.case.filed.v1", Cases.NOW, "agent", opinion, null, false, CASE, null);
    }
}

package city.urbanops.evaluation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.urbanops.classifier.Model;
import city.urbanops.classifier.Trainer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The classifier against real cases, which are not part of the product; without them the tests are skipped. */
class RealCasesTest {

    private static final Path DATA = Path.of(System.getProperty("urbanops.root", ".."), "..", "shared", "data");
    private static final double OLDER = 0.85;

    @Test
    void finds_the_unit_of_a_district_whose_units_are_renamed() {
        // Given
        Tally tally = measured(DATA.resolve("pingshan_events/events_2018_train.csv"), new Pingshan());

        // Then
        assertThat(tally.top1()).isGreaterThan(0.65);
        assertThat(tally.top3()).isGreaterThan(0.80);
    }

    @Test
    void finds_the_class_of_a_message() {
        // Given
        Tally tally = measured(DATA.resolve("hotline_messages/messages_segmented_train.csv"), new Messages());

        // Then
        assertThat(tally.macroF1()).isGreaterThan(0.88);
    }

    private static Tally measured(Path file, CaseFormat format) {
        assumeTrue(Files.exists(file), () -> file + " is absent: real cases are not part of the product");
        List<PastCase> cases = PastCases.read(file, format).cases();
        int cut = (int) (cases.size() * OLDER);
        List<PastCase> older = cases.subList(0, cut);
        Model model = Trainer.train(
                older.stream().map(PastCase::outcome).toList(), format.scheme(), format.settings(), done -> {});
        UnitNames names = new UnitNames();
        older.forEach(names::learn);
        TestRun run = new TestRun(model, names, null);
        run.ask(cases.subList(cut, cases.size()), done -> {});
        return run.tally();
    }
}

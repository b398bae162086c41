package city.urbanops.dispatch.learning.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.classifier.Model;
import city.urbanops.classifier.Outcome;
import city.urbanops.classifier.Settings;
import city.urbanops.classifier.Trainer;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.learning.domain.Target;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StoredModelsTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void gives_back_the_model_that_was_packed() throws IOException {
        // Given
        List<Outcome> outcomes = outcomes();
        Model model = Trainer.train(outcomes, Target.UNIT.scheme(), Settings.usual(), done -> {});

        // When
        var packed = StoredModels.pack(model);
        Model read = StoredModels.unpack(packed.parts(), packed.digest(), Target.UNIT, Target.UNIT.schemeName());

        // Then: more than one part, and the same answers
        assertThat(packed.parts().size()).isGreaterThan(1);
        for (Outcome outcome : outcomes.subList(0, 50)) {
            assertThat(read.decide(outcome.facts(), 3)).isEqualTo(model.decide(outcome.facts(), 3));
        }
    }

    @Test
    void does_not_even_try_what_is_damaged_gone_or_of_another_kind() {
        var packed = StoredModels.pack(Trainer.train(outcomes(), Target.UNIT.scheme(), Settings.usual(), done -> {}));
        List<byte[]> damaged = new ArrayList<>(packed.parts());
        byte[] first = damaged.get(0).clone();
        first[first.length / 2]++;
        damaged.set(0, first);
        String scheme = Target.UNIT.schemeName();

        assertThatThrownBy(() -> StoredModels.unpack(damaged, packed.digest(), Target.UNIT, scheme))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        assertThatThrownBy(() -> StoredModels.unpack(List.of(), packed.digest(), Target.UNIT, scheme))
                .hasMessageContaining("no longer there");
        assertThatThrownBy(() -> StoredModels.unpack(packed.parts(), packed.digest(), Target.CLASS, scheme))
                .hasMessageContaining("other facts");
    }

    private static List<Outcome> outcomes() {
        Random random = new Random(5);
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            String unit = "unit-" + random.nextInt(20);
            String area = "450202%03d%03d001".formatted(random.nextInt(100), random.nextInt(100));
            outcomes.add(new Outcome(
                    Example.facts(
                            START.plus(Duration.ofHours(i)),
                            "E0" + random.nextInt(900),
                            "1",
                            area,
                            "X",
                            "",
                            ZoneOffset.UTC),
                    unit));
        }
        return outcomes;
    }
}

package city.urbanops.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlendTest {

    private static final Scheme SCHEME = Scheme.of(List.of("class", "area"), List.of("class"));
    private static final int AREA = 1;
    private static final int LOCAL = 0;
    private static final int CENTRAL = 1;

    private final Memory memory = new Memory(SCHEME.contexts());
    private final Blend blend = new Blend(SCHEME);

    @Test
    void a_context_may_count_for_one_kind_of_case_and_less_for_another() {
        // Given: both kinds met both units as often, and the area nearly always the local one
        pastOfTwoKinds();

        // When: pavements go where the area's cases go, comments never do
        for (int i = 0; i < 200; i++) {
            teach("pavement", LOCAL);
            teach("comment", CENTRAL);
        }

        // Then
        assertThat(blend.contribution(weighing("pavement"), AREA, LOCAL))
                .isGreaterThan(blend.contribution(weighing("comment"), AREA, LOCAL) + 0.05);
    }

    @Test
    void a_kind_never_taught_is_weighed_as_all_are() {
        // Given: another blend of the same past to which every case was of no kind
        pastOfTwoKinds();
        Blend ofNoKind = new Blend(new Scheme(SCHEME.contexts(), List.of()));
        Weighing taught = weighing("pavement");

        // When
        for (int i = 0; i < 50; i++) {
            blend.learn(taught, blend.probabilities(taught), LOCAL);
            ofNoKind.learn(taught, ofNoKind.probabilities(taught), LOCAL);
        }

        // Then
        assertThat(blend.probabilities(weighing("comment")))
                .containsExactly(ofNoKind.probabilities(weighing("comment")), within(1e-12));
        assertThat(blend.probabilities(taught)[LOCAL]).isGreaterThan(ofNoKind.probabilities(taught)[LOCAL]);
    }

    @Test
    void what_a_kind_has_learned_outlives_writing_and_reading() throws IOException {
        // Given
        pastOfTwoKinds();
        teach("pavement", LOCAL);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        // When
        blend.write(new DataOutputStream(bytes));
        Blend read = Blend.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), SCHEME, true);
        teach("pavement", LOCAL);
        Weighing weighing = weighing("pavement");
        read.learn(weighing, read.probabilities(weighing), LOCAL);

        // Then
        assertThat(read.probabilities(weighing)).containsExactly(blend.probabilities(weighing));
    }

    @Test
    void a_model_stored_before_kinds_were_told_apart_still_answers() throws IOException {
        // Given: the format before had no count of kinds behind the blend's weights
        PretendCity city = new PretendCity();
        Scheme noKinds = new Scheme(PretendCity.SCHEME.contexts(), List.of());
        List<Outcome> past = city.cases(1_500, 20);
        Model model = Trainer.train(past, noKinds, Settings.usual(), PretendCity.SILENT);

        // When
        Model read = Model.read(new ByteArrayInputStream(asFormatOne(model)), noKinds);

        // Then
        for (Outcome outcome : past.subList(0, 100)) {
            assertThat(read.decide(outcome.facts(), 3)).isEqualTo(model.decide(outcome.facts(), 3));
        }
    }

    private static byte[] asFormatOne(Model model) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        model.write(whole);
        ByteArrayOutputStream upToBlend = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(upToBlend);
        out.writeInt(1);
        out.writeDouble(model.threshold());
        model.labelNames().write(out);
        model.memory().write(out);
        model.blend().write(out);
        byte[] rest = whole.toByteArray();
        return ByteBuffer.allocate(rest.length - Integer.BYTES)
                .put(upToBlend.toByteArray(), 0, upToBlend.size() - Integer.BYTES)
                .put(rest, upToBlend.size(), rest.length - upToBlend.size())
                .array();
    }

    private void pastOfTwoKinds() {
        for (String kind : List.of("pavement", "comment")) {
            memory.see(facts(kind, "elsewhere"), LOCAL);
            memory.see(facts(kind, "elsewhere"), CENTRAL);
        }
        for (int i = 0; i < 9; i++) {
            memory.see(facts("other", "here"), LOCAL);
        }
        memory.see(facts("other", "here"), CENTRAL);
    }

    private void teach(String kind, int truth) {
        Weighing weighing = weighing(kind);
        blend.learn(weighing, blend.probabilities(weighing), truth);
    }

    private Weighing weighing(String kind) {
        return new Weighing(facts(kind, "here"), memory, TextMember.silent(), 2);
    }

    private static CaseFacts facts(String kind, String area) {
        return new CaseFacts(Instant.parse("2025-01-01T00:00:00Z"), Map.of("class", kind, "area", area), "");
    }
}

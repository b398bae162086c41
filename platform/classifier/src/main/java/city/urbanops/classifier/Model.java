package city.urbanops.classifier;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A trained model: habits that fade, a linear member, a text member, their blend, and how sure it may be (ADR 0020). Any number of
 * threads may ask while nobody teaches; {@link #learn} wants the model for itself.
 */
public final class Model {

    private static final int FORMAT = 2;
    private static final int OLDEST_FORMAT = 1;
    private static final int MOST_REASONS = 4;

    private final Scheme scheme;
    private final Labels labels;
    private final Memory memory;
    private final Blend blend;
    private final TrackRecord track;
    private final TextMember texts;
    private final double threshold;

    Model(
            Scheme scheme,
            Labels labels,
            Memory memory,
            Blend blend,
            TrackRecord track,
            TextMember texts,
            double threshold) {
        this.scheme = scheme;
        this.labels = labels;
        this.memory = memory;
        this.blend = blend;
        this.track = track;
        this.texts = texts;
        this.threshold = threshold;
    }

    /** The sureness from which on it decides by itself; above 1 when it never does. */
    public double threshold() {
        return threshold;
    }

    /** The number of labels it knows. */
    public int labels() {
        return labels.size();
    }

    /**
     * Decides one case.
     *
     * @param most how many candidates to name
     */
    public Decision decide(CaseFacts facts, int most) {
        if (labels.size() == 0) {
            return new Decision(List.of(), false);
        }
        Answer answer = answer(facts);
        double rest = 1 - answer.probabilities()[answer.best()];
        double scale = rest > 0 ? (1 - answer.sureness()) / rest : 0;
        List<Candidate> candidates = IntStream.range(0, labels.size())
                .boxed()
                .sorted(Comparator.comparingDouble(label -> -answer.probabilities()[label]))
                .limit(most)
                .map(label -> new Candidate(
                        labels.name(label),
                        label == answer.best() ? answer.sureness() : answer.probabilities()[label] * scale,
                        reasons(answer.weighing(), label)))
                .toList();
        return new Decision(candidates, answer.sureness() >= threshold);
    }

    /** A result is known: habits, linear member and track record follow. Blend, text member and threshold wait for the next training. */
    public void learn(Outcome outcome) {
        if (labels.size() > 0) {
            Answer answer = answer(outcome.facts());
            String best = labels.name(answer.best());
            track.learn(outcome.facts(), best, answer.inputs(), best.equals(outcome.label()), memory.day());
        }
        remember(outcome);
    }

    /** As {@link #learn}, but leaves the track record alone. */
    void remember(Outcome outcome) {
        int label = labels.number(outcome.label());
        Habit[] habits = memory.see(outcome.facts(), label);
        Linear.learn(habits, memory.all(), label, labels.size());
    }

    /** The whole answer before it is put into words. */
    Answer answer(CaseFacts facts) {
        Weighing weighing = new Weighing(facts, memory, texts, labels.size());
        double[] probabilities = blend.probabilities(weighing);
        int best = 0;
        for (int label = 1; label < probabilities.length; label++) {
            best = probabilities[label] > probabilities[best] ? label : best;
        }
        double second = 0;
        for (int label = 0; label < probabilities.length; label++) {
            second = label == best ? second : Math.max(second, probabilities[label]);
        }
        double[] inputs = track.inputs(facts, labels.name(best), probabilities[best], second, memory.day());
        return new Answer(weighing, probabilities, best, inputs, track.sureness(inputs));
    }

    /**
     * @param best number of the likeliest label
     * @param inputs what the track record looked at
     * @param sureness calibrated probability that the likeliest is right
     */
    // the arrays are made for this answer and not kept by anybody else
    @SuppressWarnings("ArrayRecordComponent")
    record Answer(Weighing weighing, double[] probabilities, int best, double[] inputs, double sureness) {}

    private List<Reason> reasons(Weighing weighing, int label) {
        record Weighed(double weight, Reason reason) {}
        List<Weighed> found = new ArrayList<>();
        for (int context = 0; context < weighing.habits.length; context++) {
            Habit habit = weighing.habits[context];
            for (int slot = 0; habit != null && slot < habit.size(); slot++) {
                double weight = habit.label(slot) == label ? blend.contribution(weighing, context, slot) : 0;
                if (weight > 0) {
                    found.add(new Weighed(
                            weight,
                            new Reason.Habitual(
                                    memory.context(context).in(weighing.facts), (long) habit.count(slot, 0), (long)
                                            habit.total(0))));
                }
            }
        }
        found.sort(Comparator.comparingDouble(Weighed::weight).reversed());
        List<Reason> reasons = new ArrayList<>(
                found.stream().limit(MOST_REASONS - 1).map(Weighed::reason).toList());
        texts.reasons(weighing.words, label).stream()
                .limit(MOST_REASONS - (long) reasons.size())
                .forEach(reasons::add);
        return reasons;
    }

    /** Writes the whole model; {@link #read} gives back one that answers the same. The stream stays open. */
    public void write(OutputStream stream) throws IOException {
        DataOutputStream out = new DataOutputStream(stream);
        out.writeInt(FORMAT);
        out.writeDouble(threshold);
        labels.write(out);
        memory.write(out);
        blend.write(out);
        track.write(out);
        texts.write(out);
        out.flush();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param scheme the one it was trained with
     * @throws IOException when the bytes are no model of this format
     */
    public static Model read(InputStream stream, Scheme scheme) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        int format = in.readInt();
        if (format < OLDEST_FORMAT || format > FORMAT) {
            throw new IOException(
                    "a model of format " + format + " cannot be read, only " + OLDEST_FORMAT + " to " + FORMAT);
        }
        double threshold = in.readDouble();
        return new Model(
                scheme,
                Labels.read(in),
                Memory.read(in, scheme.contexts()),
                Blend.read(in, scheme, format > OLDEST_FORMAT),
                TrackRecord.read(in, scheme.track()),
                TextMember.read(in),
                threshold);
    }

    // package-private views for the trainer
    Labels labelNames() {
        return labels;
    }

    Memory memory() {
        return memory;
    }

    Blend blend() {
        return blend;
    }

    TrackRecord track() {
        return track;
    }

    Model with(TextMember better, double chosenThreshold) {
        return new Model(scheme, labels, memory, blend, track, better, chosenThreshold);
    }
}

package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How sure the model may be of its first candidate: a logistic regression over the blend's own probability and over how often
 * the same answer was wrong in like cases of the last months. This is the calibration, and it ranks cases better than the probability alone.
 */
final class TrackRecord {

    private static final double HALF_LIFE_DAYS = 60;
    private static final double RATE = 0.1;
    private static final double LONG_AGO = -1;

    private final List<Context> contexts;
    private final Map<Long, double[]> records = new HashMap<>();
    private final double[] weights;
    private final double[] squares;

    TrackRecord(List<Context> contexts) {
        this.contexts = contexts;
        weights = new double[4 + 2 * contexts.size()];
        squares = new double[weights.length];
        Arrays.fill(squares, 1);
        weights[1] = 1;
    }

    /** The logistic regression's inputs for an answer. */
    double[] inputs(CaseFacts facts, String answer, double probability, double second, double day) {
        double[] inputs = new double[weights.length];
        int at = 0;
        inputs[at++] = 1;
        double bounded = Math.min(Math.max(probability, 1e-5), 1 - 1e-5);
        inputs[at++] = Math.log(bounded / (1 - bounded));
        inputs[at++] = Math.log(second + 1e-4) / 4;
        inputs[at++] = probability;
        for (int i = 0; i < contexts.size(); i++) {
            double @Nullable [] record = records.get(key(i, facts, answer));
            double fade = record == null ? 0 : fade(record[2], day);
            double wrong = record == null ? 0 : record[0] * fade;
            double cases = record == null ? 0 : record[1] * fade;
            inputs[at++] = Math.log((wrong + 0.05) / (cases + 1)) / 4;
            inputs[at++] = Math.log1p(cases) / 4;
        }
        return inputs;
    }

    /** The probability that the answer is right. */
    double sureness(double[] inputs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** An answer proved right or wrong. */
    void learn(CaseFacts facts, String answer, double[] inputs, boolean right, double day) {
        for (int i = 0; i < contexts.size(); i++) {
            double[] record = records.computeIfAbsent(key(i, facts, answer), key -> new double[] {0, 0, LONG_AGO});
            double fade = fade(record[2], day);
            record[0] = record[0] * fade + (right ? 0 : 1);
            record[1] = record[1] * fade + 1;
            record[2] = day;
        }
        double surplus = sureness(inputs) - (right ? 1 : 0);
        for (int i = 0; i < weights.length; i++) {
            Floats.descend(weights, squares, i, surplus * inputs[i], RATE);
        }
    }

    private static double fade(double last, double day) {
        return Math.pow(0.5, Math.max(0, day - last) / HALF_LIFE_DAYS);
    }

    private long key(int context, CaseFacts facts, String answer) {
        return contexts.get(context).key(context, facts) * 31 + answer.hashCode();
    }

    void write(DataOutput out) throws IOException {
        Floats.write(out, weights);
        Floats.write(out, squares);
        out.writeInt(records.size());
        for (Map.Entry<Long, double[]> entry : records.entrySet()) {
            out.writeLong(entry.getKey());
            Floats.write(out, entry.getValue());
        }
    }

    static TrackRecord read(DataInput in, List<Context> contexts) throws IOException {
        TrackRecord record = new TrackRecord(contexts);
        Floats.read(in, record.weights);
        Floats.read(in, record.squares);
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long key = in.readLong();
            double[] values = new double[3];
            Floats.read(in, values);
            record.records.put(key, values);
        }
        return record;
    }
}

package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What became of the cases of one context: counts by label, each kept at three speeds of forgetting, so that old habits fade
 * and rare ones are not lost; beside them the weights of the linear member for the same context.
 */
final class Habit {

    /** Half-lives in days: never, two months, ten days. The first are plain counts. */
    static final double[] HALF_LIVES = {Double.POSITIVE_INFINITY, 60, 10};

    static final int SPEEDS = HALF_LIVES.length;

    private int[] labels = new int[1];
    private float[] counts = new float[SPEEDS];
    private int size;
    private final float[] totals = new float[SPEEDS];
    private double last;

    /** Linear weights by label and their summed squared gradients; empty until the context was met twice. */
    float[] weights = new float[0];

    float[] gradients = new float[0];

    int size() {
        return size;
    }

    int label(int slot) {
        return labels[slot];
    }

    float count(int slot, int speed) {
        return counts[slot * SPEEDS + speed];
    }

    float total(int speed) {
        return totals[speed];
    }

    /** By how much counts of one speed have shrunk since they were last touched. */
    double fade(int speed, double day) {
        double half = HALF_LIVES[speed];
        return Double.isInfinite(half) ? 1 : Math.pow(0.5, Math.max(0, day - last) / half);
    }

    /** One more case of this context ended with a label. */
    void see(int label, double day) {
        int slot = -1;
        for (int speed = 0; speed < SPEEDS; speed++) {
            float fade = (float) fade(speed, day);
            totals[speed] = totals[speed] * fade + 1;
            for (int i = 0; i < size; i++) {
                counts[i * SPEEDS + speed] *= fade;
            }
        }
        for (int i = 0; i < size && slot < 0; i++) {
            slot = labels[i] == label ? i : -1;
        }
        if (slot < 0) {
            slot = append(label);
        }
        for (int speed = 0; speed < SPEEDS; speed++) {
            counts[slot * SPEEDS + speed]++;
        }
        last = Math.max(last, day);
    }

    private int append(int label) {
        if (size == labels.length) {
            labels = Arrays.copyOf(labels, size * 2);
            counts = Arrays.copyOf(counts, size * 2 * SPEEDS);
        }
        labels[size] = label;
        return size++;
    }

    /** Makes room for weights of every label; only contexts met at least twice can teach the linear member anything. */
    boolean learnsWeights(int labelCount) {
        if (totals[0] < 2) {
            return false;
        }
        if (weights.length < labelCount) {
            weights = Arrays.copyOf(weights, labelCount);
            gradients = Arrays.copyOf(gradients, labelCount);
        }
        return true;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(last);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeInt(labels[i]);
        }
        Floats.write(out, counts, size * SPEEDS);
        Floats.write(out, totals, SPEEDS);
        out.writeInt(weights.length);
        Floats.write(out, weights, weights.length);
        Floats.write(out, gradients, weights.length);
    }

    static Habit read(DataInput in) throws IOException {
        Habit habit = new Habit();
        habit.last = in.readDouble();
        habit.size = in.readInt();
        habit.labels = new int[Math.max(1, habit.size)];
        for (int i = 0; i < habit.size; i++) {
            habit.labels[i] = in.readInt();
        }
        habit.counts = Floats.read(in, habit.labels.length * SPEEDS, habit.size * SPEEDS);
        System.arraycopy(Floats.read(in, SPEEDS, SPEEDS), 0, habit.totals, 0, SPEEDS);
        int width = in.readInt();
        habit.weights = Floats.read(in, width, width);
        habit.gradients = Floats.read(in, width, width);
        return habit;
    }
}

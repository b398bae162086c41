package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Arrays of numbers in a stored model, and the few formulas every member needs. */
final class Floats {

    private Floats() {}

    static void write(DataOutput out, float[] values, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.writeFloat(values[i]);
        }
    }

    static float[] read(DataInput in, int length, int count) throws IOException {
        float[] values = new float[length];
        for (int i = 0; i < count; i++) {
            values[i] = in.readFloat();
        }
        return values;
    }

    static void write(DataOutput out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static void read(DataInput in, double[] values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
    }

    /** Turns scores into probabilities that add up to one, in place. */
    static void softmax(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Math.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }

    /** A step of AdaGrad: the more a weight has moved, the less it moves. */
    static void descend(double[] weights, double[] squares, int index, double gradient, double rate) {
        squares[index] += gradient * gradient;
        weights[index] -= rate * gradient / Math.sqrt(squares[index]);
    }
}

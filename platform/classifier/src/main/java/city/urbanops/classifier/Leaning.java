package city.urbanops.classifier;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * By how much the blend's weights for one kind of case depart from those for all: a street tells whose pavement is broken and nothing
 * about a comment on a programme. Its steps are a tenth of the common ones, so that a kind with few cases stays near what holds for all.
 */
final class Leaning {

    private static final double RATE = 0.005;

    /** Weighs nothing else than all kinds do; nobody teaches it. */
    static final Leaning NONE = new Leaning(0);

    private final double[] weights;
    private final double[] squares;

    /** @param places the weights it may depart from */
    Leaning(int places) {
        weights = new double[places];
        squares = new double[places];
        Arrays.fill(squares, 1);
    }

    double at(int place) {
        return weights.length == 0 ? 0 : weights[place];
    }

    void learn(int place, double gradient) {
        if (weights.length > 0) {
            Floats.descend(weights, squares, place, gradient, RATE);
        }
    }

    void write(DataOutput out) throws IOException {
        Floats.write(out, weights);
        Floats.write(out, squares);
    }

    static Leaning read(DataInput in, int places) throws IOException {
        Leaning leaning = new Leaning(places);
        Floats.read(in, leaning.weights);
        Floats.read(in, leaning.squares);
        return leaning;
    }
}

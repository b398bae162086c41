package city.urbanops.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The text member: a linear support vector machine (liblinear) over the weighted pieces of a report. It is learned as a whole. */
final class TextMember {

    private static final double COST = 1;
    private static final double TOLERANCE = 0.1;
    private static final long SEED = 20_151;
    private static final int LONGEST_REASONS = 3;
    private static final double NOTICEABLE = 0.01;

    private final Map<String, Integer> pieces;
    private final String[] names;
    private final float[] rarity;
    /** By piece, then by label number. */
    private final float[][] weights;

    private TextMember(Map<String, Integer> pieces, float[] rarity, float[][] weights) {
        this.pieces = pieces;
        this.names = new String[pieces.size()];
        pieces.forEach((piece, index) -> names[index] = piece);
        this.rarity = rarity;
        this.weights = weights;
    }

    /** A member that has read nothing and says nothing. */
    static TextMember silent() {
        return new TextMember(Map.of(), new float[0], new float[0][]);
    }

    boolean isSilent() {
        return pieces.isEmpty();
    }

    /** Learns from the outcomes that have a text; silent when they do not show at least two labels. */
    static TextMember learn(List<Outcome> outcomes, Labels labels, int mostPieces) {
        List<Outcome> told =
                outcomes.stream().filter(o -> !o.facts().text().isBlank()).toList();
        if (told.stream().map(Outcome::label).distinct().limit(2).count() < 2) {
            return silent();
        }
        Map<String, Integer> documents = new LinkedHashMap<>();
        for (Outcome outcome : told) {
            TextPieces.of(outcome.facts().text()).keySet().forEach(piece -> documents.merge(piece, 1, Integer::sum));
        }
        Map<String, Integer> pieces = new HashMap<>();
        List<Float> rarities = new ArrayList<>();
        int least = leastCount(documents, mostPieces);
        documents.forEach((piece, count) -> {
            if (count >= least) {
                pieces.put(piece, pieces.size());
                rarities.add((float) (1 + Math.log(told.size() / (double) count)));
            }
        });
        float[] rarity = new float[rarities.size()];
        for (int i = 0; i < rarity.length; i++) {
            rarity[i] = rarities.get(i);
        }
        return new TextMember(pieces, rarity, new float[rarity.length][]).fitted(told, labels);
    }

    /** In how many reports a piece must occur: in two, or in more when that would be too many pieces. */
    private static int leastCount(Map<String, Integer> documents, int mostPieces) {
        int least = 2;
        if (mostPieces < documents.size()) {
            int[] counts = documents.values().stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            least = Math.max(least, counts[counts.length - mostPieces - 1] + 1);
        }
        return least;
    }

    private TextMember fitted(List<Outcome> told, Labels labels) {
        Problem problem = new Problem();
        problem.l = told.size();
        problem.n = pieces.size();
        problem.x = new Feature[told.size()][];
        problem.y = new double[told.size()];
        for (int i = 0; i < told.size(); i++) {
            TextVector vector = vector(told.get(i).facts().text());
            List<Feature> features = new ArrayList<>();
            for (int piece = 0; piece < vector.size(); piece++) {
                features.add(new FeatureNode(vector.pieces()[piece] + 1, vector.values()[piece]));
            }
            features.sort(Comparator.comparingInt(Feature::getIndex));
            problem.x[i] = features.toArray(new Feature[0]);
            problem.y[i] = labels.number(told.get(i).label());
        }
        Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE);
        parameter.setRandom(new Random(SEED));
        de.bwaldvogel.liblinear.Linear.disableDebugOutput();
        spread(de.bwaldvogel.liblinear.Linear.train(problem, parameter), labels.size());
        return this;
    }

    /** liblinear keeps one column for two labels and one a label for more. */
    private void spread(Model model, int labelCount) {
        int[] known = model.getLabels();
        double[] columns = model.getFeatureWeights();
        int width = known.length == 2 ? 1 : known.length;
        for (int piece = 0; piece < weights.length; piece++) {
            weights[piece] = new float[labelCount];
            for (int column = 0; column < known.length; column++) {
                boolean mirrored = width == 1 && column == 1;
                double weight = columns[piece * width + (mirrored ? 0 : column)];
                weights[piece][known[column]] = (float) (mirrored ? -weight : weight);
            }
        }
    }

    /** The known pieces of a text: dampened counts, rare pieces weighing more. */
    TextVector vector(String text) {
        if (isSilent() || text.isBlank()) {
            return TextVector.EMPTY;
        }
        Map<String, Integer> counts = TextPieces.of(text);
        int[] known = new int[counts.size()];
        double[] values = new double[counts.size()];
        int size = 0;
        double squares = 0;
        for (Map.Entry<String, Integer> piece : counts.entrySet()) {
            Integer index = pieces.get(piece.getKey());
            if (index != null) {
                known[size] = index;
                values[size] = (1 + Math.log(piece.getValue())) * rarity[index];
                squares += values[size] * values[size];
                size++;
            }
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < size; i++) {
            values[i] /= length;
        }
        return new TextVector(Arrays.copyOf(known, size), Arrays.copyOf(values, size));
    }

    /** How far a text lies on each label's side, about −1 to 1; zero for a label no text had. */
    double[] margins(TextVector text, int labels) {
        double[] margins = new double[labels];
        for (int i = 0; i < text.size(); i++) {
            float[] row = weights[text.pieces()[i]];
            for (int label = 0; label < row.length; label++) {
                margins[label] += row[label] * text.values()[i];
            }
        }
        return margins;
    }

    /** The pieces that speak most for a label, strongest first; no single characters, which tell a reader nothing. */
    List<Reason> reasons(TextVector text, int label) {
        double[] strength = new double[text.size()];
        int[] order = new int[text.size()];
        int found = 0;
        for (int i = 0; i < text.size(); i++) {
            float[] row = weights[text.pieces()[i]];
            strength[i] = label < row.length ? row[label] * text.values()[i] : 0;
            if (strength[i] > NOTICEABLE) {
                order[found++] = i;
            }
        }
        return Arrays.stream(order, 0, found)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -strength[i]))
                .map(i -> TextPieces.wording(names[text.pieces()[i]]))
                .filter(wording -> wording.length() > 1)
                .distinct()
                .limit(LONGEST_REASONS)
                .<Reason>map(Reason.Wording::new)
                .toList();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(pieces.size());
        for (Map.Entry<String, Integer> piece : pieces.entrySet()) {
            int index = piece.getValue();
            out.writeUTF(piece.getKey());
            out.writeInt(index);
            out.writeFloat(rarity[index]);
            out.writeInt(weights[index].length);
            Floats.write(out, weights[index], weights[index].length);
        }
    }

    static TextMember read(DataInput in) throws IOException {
        int size = in.readInt();
        Map<String, Integer> pieces = new HashMap<>();
        float[] rarity = new float[size];
        float[][] weights = new float[size][];
        for (int i = 0; i < size; i++) {
            String piece = in.readUTF();
            int index = in.readInt();
            pieces.put(piece, index);
            rarity[index] = in.readFloat();
            int width = in.readInt();
            weights[index] = Floats.read(in, width, width);
        }
        return new TextMember(pieces, rarity, weights);
    }
}

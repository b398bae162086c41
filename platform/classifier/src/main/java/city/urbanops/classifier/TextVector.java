package city.urbanops.classifier;

/**
 * A text as a vector of length one, sparse.
 *
 * @param pieces numbers of the pieces, in the order of their first appearance
 * @param values how much each weighs
 */
// made for one decision and not changed by anybody
@SuppressWarnings("ArrayRecordComponent")
record TextVector(int[] pieces, double[] values) {

    static final TextVector EMPTY = new TextVector(new int[0], new double[0]);

    int size() {
        return pieces.length;
    }
}

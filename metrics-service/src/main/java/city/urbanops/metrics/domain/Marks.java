package city.urbanops.metrics.domain;

/**
 * A set of {@link Mark}s that only grows.
 *
 * @param bits one per mark, by its place in the enum
 */
public record Marks(int bits) {

    static final Marks NONE = new Marks(0);

    static Marks of(Mark mark) {
        return new Marks(bit(mark));
    }

    Marks merge(Marks other) {
        return new Marks(bits | other.bits);
    }

    boolean has(Mark mark) {
        return (bits & bit(mark)) != 0;
    }

    @SuppressWarnings("EnumOrdinal") // the place is what is stored, as Mark says
    private static int bit(Mark mark) {
        return 1 << mark.ordinal();
    }
}

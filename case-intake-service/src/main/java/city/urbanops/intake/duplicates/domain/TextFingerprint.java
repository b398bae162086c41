package city.urbanops.intake.duplicates.domain;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A text's MinHash, cut into bands (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, ch. 3): two texts share a band
 * with probability {@code 1 - (1 - s^4)^16} for likeness {@code s}, which is 0.64 at 0.5 and 0.9998 at 0.8. So an index of bands finds
 * near-identical texts without comparing with all.
 *
 * @param bands 16 numbers, none for a text too short to tell
 */
public record TextFingerprint(List<Integer> bands) {

    private static final int BANDS = 16;
    private static final int ROWS = 4;
    private static final long SEED = 0x9E3779B97F4A7C15L;

    public TextFingerprint {
        bands = List.copyOf(bands);
    }

    public static TextFingerprint of(String text) {
        var shingles = Shingles.of(text).hashes().toArray();
        if (shingles.length == 0) {
            return new TextFingerprint(List.of());
        }
        var minima = new long[BANDS * ROWS];
        Arrays.fill(minima, Long.MAX_VALUE);
        for (int shingle : shingles) {
            for (var i = 0; i < minima.length; i++) {
                minima[i] = Math.min(minima[i], mix(shingle + SEED * (i + 1)));
            }
        }
        return new TextFingerprint(
                IntStream.range(0, BANDS).mapToObj(band -> band(minima, band)).toList());
    }

    /** How alike two texts are, 0 to 1; 0 if one is too short to tell. */
    public static double likeness(String one, String other) {
        return Shingles.of(one).likeness(Shingles.of(other));
    }

    private static int band(long[] minima, int band) {
        var sum = SEED * (band + 1);
        for (var row = 0; row < ROWS; row++) {
            sum = mix(sum ^ minima[band * ROWS + row]);
        }
        return (int) (sum >>> 32);
    }

    /** SplitMix64's finisher: every input bit moves every output bit. */
    private static long mix(long value) {
        var z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

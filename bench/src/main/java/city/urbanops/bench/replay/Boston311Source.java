package city.urbanops.bench.replay;

import city.urbanops.bench.platform.PlatformTrouble;
import java.io.InputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where records come from: a file of the user's, or the sample that comes with the product. */
public final class Boston311Source {

    private static final String SAMPLE = "/boston311/sample.csv";

    private final @Nullable Path file;

    private Boston311Source(@Nullable Path file) {
        this.file = file;
    }

    /** A CSV file of Boston 311, plain or gzip. */
    public static Boston311Source file(Path file) {
        return new Boston311Source(file);
    }

    /** The 301 public-domain records of {@code boston311/PROVENANCE.md}. */
    public static Boston311Source sample() {
        return new Boston311Source(null);
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws PlatformTrouble when it cannot be read or is no such file
     */
    Boston311Reader open() {
        if (file != null) {
            return Boston311Reader.open(file);
        }
        InputStream sample = Boston311Source.class.getResourceAsStream(SAMPLE);
        if (sample == null) {
            throw new IllegalStateException("the sample is missing from the jar");
        }
        return Boston311Reader.of(sample, "the sample");
    }

    /**
     * Counts the records, by reading them all once.
     *
     * @throws PlatformTrouble when it cannot be read or is no such file
     */
    public long count() {
        try (Boston311Reader reader = open()) {
            long records = 0;
            while (reader.next().isPresent()) {
                records++;
            }
            return records;
        }
    }
}

package city.urbanops.classifier;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which facts of a data source are looked at together.
 *
 * @param contexts where habits are remembered
 * @param track where the model remembers how often it was right; few and coarse, and the first says what kind of case it is
 */
public record Scheme(List<Context> contexts, List<Context> track) {

    public Scheme {
        contexts = List.copyOf(contexts);
        track = List.copyOf(track);
    }

    /** Reads contexts written like {@code class+area}. */
    public static Scheme of(List<String> contexts, List<String> track) {
        return new Scheme(parse(contexts), parse(track));
    }

    /** What tells kinds of cases apart that are weighed differently; null when nothing does. */
    @Nullable
    Context kind() {
        return track.isEmpty() ? null : track.get(0);
    }

    private static List<Context> parse(List<String> sums) {
        Stream<Context> parsed = sums.stream().map(Context::of);
        return parsed.toList();
    }
}

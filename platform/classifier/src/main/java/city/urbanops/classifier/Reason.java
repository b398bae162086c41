package city.urbanops.classifier;

import java.util.Map;
import java.util.TreeMap;

/** Why a candidate: earlier cases like this one, or words of the report. */
public sealed interface Reason {

    /** One sentence a dispatcher can check. */
    String sentence();

    /**
     * Of {@code of} earlier cases with the same facts, {@code there} went to the candidate.
     *
     * @param facts the facts they share, by name
     */
    record Habitual(Map<String, String> facts, long there, long of) implements Reason {

        public Habitual {
            facts = Map.copyOf(facts);
        }

        @Override
        public String sentence() {
            return "%d of %d earlier cases with %s went there".formatted(there, of, new TreeMap<>(facts));
        }
    }

    /** A piece of the text that is typical for the candidate. */
    record Wording(String piece) implements Reason {

        @Override
        public String sentence() {
            return "the text says “" + piece + "”";
        }
    }
}

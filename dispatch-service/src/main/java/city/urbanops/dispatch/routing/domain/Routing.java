package city.urbanops.dispatch.routing.domain;

import city.urbanops.dispatch.units.domain.Unit;
import java.util.List;

/** What routing decided, with its reason and the rules it had to choose from, the most specific first. */
public sealed interface Routing {

    /** One sentence for people. */
    String reason();

    /** The rules that covered the case, the most specific first; may be empty. */
    List<MatrixRule> candidates();

    /** The case goes to a unit by itself. */
    record ToUnit(Unit unit, MatrixRule rule, String reason, List<MatrixRule> candidates) implements Routing {
        public ToUnit {
            candidates = List.copyOf(candidates);
        }
    }

    /** A dispatcher must decide. */
    record ToQueue(String reason, List<MatrixRule> candidates) implements Routing {
        public ToQueue {
            candidates = List.copyOf(candidates);
        }
    }
}

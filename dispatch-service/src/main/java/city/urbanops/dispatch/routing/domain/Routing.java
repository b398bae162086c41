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

    /** Why the matrix could not tell. */
    enum Doubt {
        /** No rule covers the case. */
        GAP,
        /** Rules cover it equally closely and name different units. */
        CONTRADICTION,
        /** It is known what would decide, and that it must not: an exemption, a rule switched off, a unit that is gone. */
        FOR_A_PERSON
    }

    /** The matrix names no unit: a learned model may, where the doubt allows it, else a dispatcher must decide. */
    record ToQueue(String reason, List<MatrixRule> candidates, Doubt doubt) implements Routing {
        public ToQueue {
            candidates = List.copyOf(candidates);
        }
    }
}

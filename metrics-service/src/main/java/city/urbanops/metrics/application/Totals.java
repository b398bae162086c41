package city.urbanops.metrics.application;

import city.urbanops.metrics.domain.Counts;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sizes of all case sets of everything, counted in three ways, and what could not be counted. */
public interface Totals {

    /**
     * The same numbers, if all is well.
     *
     * @param log counted anew from the log into the shadow tables
     * @param facts counted from the facts that serve
     * @param dashboards the sums dashboards read
     * @param parkedEvents events set aside, which neither side counts
     * @param parkedCases cases they are about
     */
    record Three(Counts log, Counts facts, Counts dashboards, long parkedEvents, long parkedCases) {}

    /** Reads every fact: for an operator, not for a dashboard. */
    Uni<Three> of(Mutiny.StatelessSession session);
}

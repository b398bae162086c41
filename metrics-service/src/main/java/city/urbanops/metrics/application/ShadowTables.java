package city.urbanops.metrics.application;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tables of the same form as those that serve, to count in anew. */
public interface ShadowTables {

    /** Empties them. */
    Uni<Void> clear(Mutiny.StatelessSession session);

    /** Lets every statement of this transaction work on them instead of those that serve. */
    Uni<Void> use(Mutiny.StatelessSession session);

    /** Keeps the consumer from writing until the transaction ends; readers go on. */
    Uni<Void> holdWriters(Mutiny.StatelessSession session);

    /** Compares both, as they are in this transaction. */
    Uni<Comparison> compare(Mutiny.StatelessSession session);

    /** Makes those that serve equal to these, by changing the rows that differ only. */
    Uni<Void> adopt(Mutiny.StatelessSession session);

    /** The version of the definitions those that serve were counted by; 0 if nobody ever said. */
    Uni<Integer> version(Mutiny.StatelessSession session);

    /** Notes the version they are counted by from now on. */
    Uni<Void> version(Mutiny.StatelessSession session, int version);

    /**
     * Serving and rebuilt tables side by side.
     *
     * @param facts rebuilt facts
     * @param differingFacts facts that are not the same in both
     * @param unknownFacts facts that serve, of cases the log does not know
     * @param differingRollups rollups that are not the same in both, but for rows of zeros
     * @param checksum of the rebuilt facts and rollups
     */
    record Comparison(long facts, long differingFacts, long unknownFacts, long differingRollups, String checksum) {}
}

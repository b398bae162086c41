package city.urbanops.metrics.application;

import city.urbanops.metrics.domain.CaseFact;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The log of all case events from its beginning, read beside the service's own consumer. */
public interface CaseLog {

    /** A new reading. */
    Reading open();

    /** One reading; to be used by one caller after the other. */
    interface Reading {

        /** Looks where the log ends now, and reads up to there. */
        Uni<Void> toPresentEnd();

        /**
         * What the next records tell.
         *
         * @param until leaves out what happened later, if present
         */
        Uni<Told> next(Optional<Instant> until);

        Uni<Void> close();
    }

    /**
     * A batch of facts.
     *
     * @param facts in the order of their partitions; may be empty before the end
     * @param read records read so far
     * @param of records there were at the end last looked for
     */
    record Told(List<CaseFact> facts, long read, long of) {

        boolean isEnd() {
            return read >= of;
        }
    }
}

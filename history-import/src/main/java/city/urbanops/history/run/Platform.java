package city.urbanops.history.run;

import city.urbanops.history.run.Batch.Answered;
import java.util.concurrent.CompletableFuture;

/** Where cases go. */
public interface Platform {

    /** Hands a batch over; failed with one sentence when the platform refuses it or cannot be reached for long. */
    CompletableFuture<Answered> take(byte[] body);

    /** How many cases of a former system it holds. */
    long holds(String sourceSystem);
}

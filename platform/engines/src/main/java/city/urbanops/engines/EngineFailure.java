package city.urbanops.engines;

import org.jspecify.annotations.Nullable;

/** An engine could not be started; the message is one sentence fit for the person at the terminal. */
public class EngineFailure extends RuntimeException {

    /** Says why in one sentence. */
    public EngineFailure(String message) {
        super(message);
    }

    /** Says why in one sentence, with what lies behind it. */
    public EngineFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package city.urbanops.kit.inbox;

import java.io.Serial;

/** A message no retry will ever make readable; the text says why, without quoting it. */
final class UnreadableEvent extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    UnreadableEvent(String reason) {
        super(reason, null, false, false);
    }
}

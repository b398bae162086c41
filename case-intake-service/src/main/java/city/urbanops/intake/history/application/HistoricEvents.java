package city.urbanops.intake.history.application;

import city.urbanops.intake.history.application.HistoricCases.Prepared;
import city.urbanops.kit.outbox.Outgoing;
import java.time.Instant;

/** Turns an imported case into the one event that tells its life. */
public interface HistoricEvents {

    /** The event's type. */
    String type();

    /** The event of a case imported at that time, with the id its journal entry names. */
    Outgoing<?> imported(Prepared prepared, Instant at);
}

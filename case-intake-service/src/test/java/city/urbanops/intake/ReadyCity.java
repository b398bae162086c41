package city.urbanops.intake;

import city.urbanops.testkit.EventProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A city that is ready to take reports, and the stream beside it. */
abstract class ReadyCity {

    final EventProbe events = new EventProbe();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }
}

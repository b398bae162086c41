package city.urbanops.dispatch;

import city.urbanops.testkit.EventProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The task desk with the water company at one side and the dispatcher at the other, and the stream beside them. */
abstract class AtTheDesk {

    /** A class that the water company gets by itself. */
    static final String WATER_COVER = "P0101";

    EventProbe probe;
    DeskApi water;
    DeskApi dispatcher;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        water = DeskApi.as("water");
        dispatcher = DeskApi.as("dispatcher");
    }

    @AfterEach
    void disconnect() {
        probe.close();
    }
}

package city.urbanops.testkit;

/**
 * An engine that is gone for a while, for failure tests: killed like by a power cut at the beginning, back on the same
 * address with the same data at {@link #close}.
 */
public final class Outage implements AutoCloseable {

    private final EngineSource source = EngineSource.chosen();
    private final Engine engine;

    private Outage(Engine engine) {
        this.engine = engine;
    }

    /**
     * Kills a running engine and returns once it is dead.
     *
     * @throws IllegalStateException when it was not started
     * @throws UnsupportedOperationException with {@code -Dengines=testcontainers}
     */
    public static Outage of(Engine engine) {
        Outage outage = new Outage(engine);
        outage.source.kill(engine);
        return outage;
    }

    /** Starts the engine again and returns once it serves. */
    @Override
    public void close() {
        source.start(engine);
    }
}

package city.urbanops.testkit;

/** Where engines come from. */
interface EngineSource {

    /** Starts an engine, waits until it serves and records its address in {@link SharedEngines}. */
    void start(Engine engine);

    /** Ends an engine as a power cut would; {@link #start} brings it back with the same data and address. */
    void kill(Engine engine);

    /** Returns the source that {@code -Dengines=} names: {@code local} (default) or {@code testcontainers}. */
    static EngineSource chosen() {
        String name = System.getProperty("engines", "local");
        return switch (name) {
            case "local" -> new LocalEngines();
            case "testcontainers" -> new ContainerEngines();
            default -> throw new IllegalArgumentException("-Dengines=" + name + ": say local or testcontainers");
        };
    }
}

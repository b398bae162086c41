package city.urbanops.gateway.health;

/**
 * Whether a service is ready.
 *
 * @param ready as it says of itself
 * @param text {@code UP}, or what it waits for, or that it cannot be reached
 */
record ServiceState(boolean ready, String text) {

    static ServiceState up() {
        return new ServiceState(true, "UP");
    }

    static ServiceState down(String waitingFor) {
        return new ServiceState(false, "DOWN: " + waitingFor);
    }

    static ServiceState unreachable() {
        return new ServiceState(false, "DOWN: not reachable");
    }
}

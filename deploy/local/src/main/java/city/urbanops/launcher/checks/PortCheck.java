package city.urbanops.launcher.checks;

import city.urbanops.launcher.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds out before the start which ports cannot be had, and who has them. */
public final class PortCheck {

    private final PortHolder holder;

    /** Asks this source who holds a port that is taken. */
    public PortCheck(PortHolder holder) {
        this.holder = holder;
    }

    /**
     * One port the platform needs.
     *
     * @param user who needs it, for example {@code Kafka}
     * @param port TCP port
     * @param flag the option of {@code up} that changes it
     */
    public record Needed(String user, int port, String flag) {}

    /**
     * Passes when every port is free on the loopback address and on all addresses, and no two users share one.
     *
     * @throws Refusal for the first port that is not, naming its holder where the system tells, and the flag
     */
    public void requireFree(List<Needed> ports) {
        Map<Integer, Needed> seen = new HashMap<>();
        for (Needed needed : ports) {
            Needed other = seen.putIfAbsent(needed.port(), needed);
            if (other != null) {
                throw new Refusal("port " + needed.port() + " is given to both " + other.user() + " (" + other.flag()
                        + ") and " + needed.user() + " (" + needed.flag() + ")");
            }
            requireFree(needed);
        }
    }

    private void requireFree(Needed needed) {
        if (isFree(needed.port())) {
            return;
        }
        String by = holder.of(needed.port()).map(process -> " by " + process).orElse("");
        throw new Refusal("port " + needed.port() + ", needed for " + needed.user() + ", is taken" + by
                + "; free it or choose another with " + needed.flag() + " PORT");
    }

    /** Connections of an earlier run in TIME_WAIT do not count: SO_REUSEADDR is what the servers set, too. */
    private static boolean isFree(int port) {
        return canBind(new InetSocketAddress(port))
                && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}

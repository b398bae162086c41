package city.urbanops.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class Ports {

    /** Engines listen here and nowhere else. */
    public static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /**
     * Returns a port nobody listens on at this moment; bind it soon, nothing reserves it.
     *
     * @throws UncheckedIOException when the system has none left
     */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free TCP port", e);
        }
    }

    /** Returns whether somebody already listens on that port, on the loopback address or on all addresses. */
    public static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // Without it the connections of a server that has just ended would look like a server.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }
}

package city.urbanops.dispatch;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Connects e-mail and SMS to ports of this machine; a test starts its servers there, and ends them when they shall be away. */
public final class MessageGateways implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        int smtp = freePort();
        int sms = freePort();
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(smtp),
                "urbanops.notices.email.enabled", "true",
                "urbanops.notices.sms.enabled", "true",
                "urbanops.notices.sms.url", "http://127.0.0.1:%d/sms".formatted(sms),
                "urbanops.notices.sms.body", "{\"phone\":\"{to}\",\"content\":\"【城管】{text}\",\"ref\":\"{id}\"}",
                "urbanops.notices.sms.authorization", "Bearer of-the-provider",
                "urbanops.notices.sms.signing-key", "shared-with-the-provider");
    }

    @Override
    public void stop() {
        // nothing was started
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }
}

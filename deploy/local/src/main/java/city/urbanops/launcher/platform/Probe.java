package city.urbanops.launcher.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a process of this machine whether it can work. */
public final class Probe {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Probe() {}

    /** Returns whether a GET of this URL answers 200 within two seconds. */
    public static boolean answersOk(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setUseCaches(false);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** Returns the names of the health checks that say DOWN, or why there is no answer, as part of a sentence. */
    static String whyNotReady(String url) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            int status = connection.getResponseCode();
            InputStream body = connection.getErrorStream();
            if (body == null) {
                return "it answers " + status;
            }
            List<String> down = new ArrayList<>();
            new ObjectMapper().readTree(body).path("checks").forEach(check -> {
                if (!check.path("status").asText().equals("UP")) {
                    down.add(check.path("name").asText());
                }
            });
            return "it answers " + status + (down.isEmpty() ? "" : ", not ready: " + String.join(", ", down));
        } catch (IOException e) {
            return "it does not answer: " + e.getMessage();
        }
    }

    /** Returns whether somebody accepts connections on this port of the loopback address. */
    public static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}

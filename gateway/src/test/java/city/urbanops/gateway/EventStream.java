package city.urbanops.gateway;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An open stream of live updates, read in the background. */
final class EventStream implements AutoCloseable {

    private final Socket socket;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private EventStream(Socket socket) {
        this.socket = socket;
    }

    /** Returns once the gateway has said that the stream is open. */
    static EventStream open(Door door, String token) throws IOException {
        var stream = new EventStream(door.socket());
        var head = "GET /api/v1/events/stream HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        stream.socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        var reader = new Thread(stream::read, "stream reader");
        reader.setDaemon(true);
        reader.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> stream.lines.contains(": connected"));
        return stream;
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines().forEach(lines::add);
        } catch (IOException | RuntimeException closed) {
            lines.add(": closed");
        }
    }

    List<String> lines() {
        return lines;
    }

    List<String> ids() {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

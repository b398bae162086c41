package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How much a client may send, how slowly, and framed how. */
@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class PassedBodiesIT {

    private final Door door = new Door();

    @Test
    void streams_a_body_of_nearly_two_megabytes() throws Exception {
        var received = door.echo(door.to("/api/v1/reports").POST(Door.bytes(2_000_000)));

        assertThat(received.getInteger("bytes")).isEqualTo(2_000_000);
    }

    @Test
    void refuses_a_body_that_is_declared_too_large() throws Exception {
        var answer =
                door.raw("POST /api/v1/reports HTTP/1.1", "Host: a", "Content-Length: 9000000000", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("urn:urbanops:problem:too-large");
    }

    @Test
    void refuses_a_body_that_turns_out_too_large() throws Exception {
        var endless = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[4_000_000]));

        var answer = door.send(door.to("/api/v1/reports").POST(endless));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:urbanops:problem:too-large");
    }

    @Test
    void takes_a_photo_of_nearly_sixteen_megabytes_and_no_more() throws Exception {
        var endless = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[17_000_000]));

        assertThat(door.echo(door.to("/api/v1/media").POST(Door.bytes(16_000_000)))
                        .getInteger("bytes"))
                .isEqualTo(16_000_000);
        assertThat(door.send(door.to("/api/v1/media").POST(endless)).statusCode())
                .isEqualTo(413);
        assertThat(door.raw("POST /api/v1/media HTTP/1.1", "Host: a", "Content-Length: 16777217", "Connection: close"))
                .startsWith("HTTP/1.1 413");
        assertThat(door.raw("POST /api/v1/mediaX HTTP/1.1", "Host: a", "Content-Length: 16000000", "Connection: close"))
                .startsWith("HTTP/1.1 413");
    }

    @Test
    void waits_longer_for_a_photo_than_for_anything_else() throws Exception {
        var slow = HttpRequest.BodyPublishers.ofInputStream(SlowBody::new);

        assertThat(door.get("/api/v1/tasks/late").statusCode()).isEqualTo(504);
        assertThat(door.echo(door.to("/api/v1/media/late").POST(slow)).getInteger("bytes"))
                .isEqualTo(2);
    }

    /** Two bytes, and between them longer than a service may otherwise say nothing. */
    private static final class SlowBody extends InputStream {

        private int given;

        @Override
        public int read() {
            if (given == 1) {
                var pause = new CompletableFuture<Void>().completeOnTimeout(null, 1_600, TimeUnit.MILLISECONDS);
                pause.join();
            }
            return given++ < 2 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            var next = read();
            if (next < 0) {
                return -1;
            }
            into[from] = (byte) next;
            return 1;
        }
    }

    @Test
    void does_not_pass_on_a_body_framed_twice() throws Exception {
        var answer = door.raw(
                "POST /api/v1/reports HTTP/1.1",
                "Host: a",
                "Transfer-Encoding: chunked, identity",
                "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 400");
    }
}

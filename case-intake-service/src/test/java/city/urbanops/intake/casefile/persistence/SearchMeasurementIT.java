package city.urbanops.intake.casefile.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How long searches take over HTTP at a million cases, one after the other; only printed. */
@QuarkusTest
@TestProfile(MillionCases.class)
@EnabledIfSystemProperty(named = "measure", matches = "true")
class SearchMeasurementIT {

    private static final Logger LOG = Logger.getLogger(SearchMeasurementIT.class);
    private static final int TIMES = Integer.getInteger("measure.times", 50);
    private static final int WARM_UP = 5;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String token = Tokens.of("admin");

    @TestHTTPResource("/api/v1/cases")
    private URI cases;

    @Test
    void answers_each_kind_of_search() throws Exception {
        // Given
        MillionCases.fill();
        for (var i = 0; i < WARM_UP; i++) {
            for (var kind : SearchKinds.values()) {
                ask(kind, new ArrayList<>());
            }
        }

        // When
        var all = new ArrayList<Long>();
        for (var kind : SearchKinds.values()) {
            var nanos = new ArrayList<Long>();
            for (var i = 0; i < TIMES; i++) {
                ask(kind, nanos);
            }
            LOG.infof("%s: %s", kind, summary(nanos));
            all.addAll(nanos);
        }

        // Then
        LOG.infof("all kinds at %d cases: %s", MillionCases.CASES, summary(all));
        assertThat(all).isNotEmpty();
    }

    private void ask(SearchKinds kind, List<Long> nanos) throws Exception {
        for (var example : kind.examples()) {
            var request = HttpRequest.newBuilder(URI.create(cases + "?" + query(example)))
                    .header("Authorization", "Bearer " + token)
                    .build();
            var began = System.nanoTime();
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            nanos.add(System.nanoTime() - began);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    private static String query(Map<String, String> example) {
        return example.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(Map.Entry<String, String> parameter) {
        return parameter.getKey().equals("cursor")
                ? Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                parameter.getValue().replace('|', '\u001f').getBytes(StandardCharsets.UTF_8))
                : URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8);
    }

    private static String summary(List<Long> nanos) {
        var sorted = nanos.stream().sorted().toList();
        return "p50 %.1f ms, p99 %.1f ms, longest %.1f ms of %d"
                .formatted(
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6,
                        sorted.get(sorted.size() - 1) / 1e6,
                        sorted.size());
    }
}

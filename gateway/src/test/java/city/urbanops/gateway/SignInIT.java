package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class SignInIT {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final URI base = ConfigProvider.getConfig().getValue("test.url", URI.class);
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new LocalCookies())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void signs_a_browser_in_and_passes_the_sessions_token_on() throws Exception {
        // Given
        assertThat(session().containsKey("account")).isFalse();

        // When
        var page = signIn("dispatcher");

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("UrbanOps");
        assertThat(session().getString("account")).isEqualTo("dispatcher");
        var received = new JsonObject(get("/api/v1/tasks/1").body()).getJsonObject("headers");
        assertThat(received.getString("authorization")).startsWith("Bearer ey");
        assertThat(received.containsKey("cookie")).isFalse();
    }

    @Test
    void does_not_let_another_site_use_the_session() throws Exception {
        // Given
        signIn("agent");

        // When
        var foreign = post("https://elsewhere.example");
        var own = post("http://" + base.getAuthority());

        // Then
        assertThat(foreign.containsKey("authorization")).isFalse();
        assertThat(own.getString("authorization")).startsWith("Bearer ey");
    }

    @Test
    void signs_out() throws Exception {
        // Given
        signIn("agent");
        assertThat(session().getString("account")).isEqualTo("agent");

        // When
        get("/logout");

        // Then
        assertThat(session().containsKey("account")).isFalse();
    }

    private HttpResponse<String> signIn(String user) throws IOException, InterruptedException {
        var form = get("/login");
        var action = FORM.matcher(form.body());
        assertThat(action.find()).as(form.body()).isTrue();
        var fields = "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=demo";
        return browser.send(
                HttpRequest.newBuilder(form.uri().resolve(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
    }

    private JsonObject post(String origin) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve("/api/v1/reports"))
                .header("Origin", origin)
                .POST(BodyPublishers.ofString("{}"));
        return new JsonObject(
                        browser.send(request.build(), BodyHandlers.ofString()).body())
                .getJsonObject("headers");
    }

    private JsonObject session() throws IOException, InterruptedException {
        return new JsonObject(get("/session").body());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Browsers take cookies marked Secure from loopback addresses without TLS too; Java's cookie manager does not. */
    private static final class LocalCookies extends CookieManager {

        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            var cookies = headers.getOrDefault("set-cookie", List.of()).stream()
                    .map(cookie -> cookie.replaceAll("(?i);\\s*secure", ""))
                    .toList();
            super.put(from, Map.of("Set-Cookie", cookies));
        }
    }
}

package city.urbanops.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens for tests, signed by the real Keycloak of {@link UrbanOpsEngines}; without the {@code Bearer} prefix. */
public final class Tokens {

    private static final String ENDPOINT = "/realms/urbanops/protocol/openid-connect/token";
    private static final Duration EARLY = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Token> CACHE = new ConcurrentHashMap<>();

    private Tokens() {}

    private record Token(String value, Instant until) {
        boolean isFresh() {
            return Instant.now().isBefore(until);
        }
    }

    /**
     * Returns a token of a demo user (DESIGN §9), valid for at least a minute.
     *
     * @param user for example {@code agent} or {@code water}
     * @throws IllegalArgumentException when the realm knows no such user
     */
    public static String of(String user) {
        return cached("grant_type=password&client_id=urbanops-cli&password=demo&username=" + user);
    }

    /**
     * Returns a token of a client that acts for itself: {@code city-system} or {@code urbanops-driver}.
     *
     * @throws IllegalArgumentException when the realm knows no such client
     */
    public static String client(String client) {
        return cached("grant_type=client_credentials&client_secret=demo&client_id=" + client);
    }

    /** Returns a token that is right in all but one thing: an administrator's claims, signed by a key of our own. */
    public static String forged() {
        String[] parts = of("admin").split("\\.", -1);
        String signed = parts[0] + "." + parts[1];
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return signed + "." + sign(signed, generator.generateKeyPair().getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with RSA", e);
        }
    }

    private static String sign(String text, PrivateKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String cached(String form) {
        return CACHE.compute(form, (key, known) -> known != null && known.isFresh() ? known : request(key))
                .value();
    }

    private static Token request(String form) {
        URI endpoint = URI.create(UrbanOpsEngines.keycloakUrl() + ENDPOINT);
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            JsonNode body = JSON.readTree(response.body());
            if (response.statusCode() != 200) {
                throw new IllegalArgumentException("Keycloak gives no token: " + response.body());
            }
            Instant until =
                    Instant.now().plusSeconds(body.path("expires_in").asLong()).minus(EARLY);
            return new Token(body.path("access_token").asText(), until);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for a token", e);
        }
    }
}

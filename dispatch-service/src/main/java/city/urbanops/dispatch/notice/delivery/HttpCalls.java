package city.urbanops.dispatch.notice.delivery;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls to other systems: each waits as long as is configured and follows no redirect, because it may lead inside. */
@Singleton
class HttpCalls {

    private static final int FIRST_ERROR = 300;

    private final NoticeConfig config;
    private final HttpClient client;

    HttpCalls(NoticeConfig config) {
        this.config = config;
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A post of that body, to be completed by headers. */
    HttpRequest.Builder post(String url, String contentType, String body) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(config.timeout())
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** The answer's status; its body is read by nobody. */
    Uni<Integer> send(HttpRequest request) {
        return Uni.createFrom()
                .completionStage(() -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
                .map(HttpResponse::statusCode);
    }

    /** True if the call was taken; a redirect is none. */
    static boolean isTaken(int status) {
        return status < FIRST_ERROR;
    }
}

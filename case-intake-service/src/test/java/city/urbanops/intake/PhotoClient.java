package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import city.urbanops.intake.media.Pictures;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Photos over HTTP, as clients and browsers send them, and how many rows that left. */
final class PhotoClient {

    private PhotoClient() {}

    static Map<String, Object> report(List<String> media) {
        return new HashMap<>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                TestCity.word(),
                "areaCode",
                "450202",
                "media",
                new ArrayList<>(media)));
    }

    static String ref(String id) {
        return "urn:urbanops:media:" + id;
    }

    static String uploaded(String user, String kind) {
        return upload(user, Pictures.jpeg(64, 48), kind)
                .statusCode(201)
                .extract()
                .path("mediaId");
    }

    static ValidatableResponse upload(String user, byte[] file, String kind) {
        return upload(Tokens.of(user), file, kind, "photo.jpg");
    }

    static ValidatableResponse upload(String token, byte[] file, String kind, String name) {
        return given().auth()
                .oauth2(token)
                .multiPart("file", name, file, "image/jpeg")
                .multiPart("kind", kind)
                .post("/api/v1/media")
                .then();
    }

    static ValidatableResponse promise(String user, byte[] file, String sha256) {
        var body =
                new HashMap<String, Object>(Map.of("kind", "NEAR", "contentType", "image/png", "bytes", file.length));
        if (sha256 != null) {
            body.put("sha256", sha256);
        }
        return post(user, "/api/v1/media/uploads", body);
    }

    static ValidatableResponse complete(String user, String id) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .post("/api/v1/media/" + id + "/complete")
                .then();
    }

    static int put(String url, Map<String, String> headers, byte[] file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).PUT(HttpRequest.BodyPublishers.ofByteArray(file));
        // the JDK's client states the length itself
        headers.forEach((name, value) -> {
            if (!name.equalsIgnoreCase("content-length")) {
                request.header(name, value);
            }
        });
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    static byte[] bytes(String user, String id, String what, String type) {
        return get(user, "/api/v1/media/" + id + "/" + what)
                .statusCode(200)
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .header("Cache-Control", containsString("private"))
                .extract()
                .asByteArray();
    }

    static long rows() throws Exception {
        return count("select count(*) from media");
    }

    static long cases() throws Exception {
        return count("select count(*) from case_file");
    }

    static long count(String sql) throws Exception {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    static void execute(String sql) throws Exception {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

package city.urbanops.intake;

import static city.urbanops.intake.Supervisors.act;
import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.Topics;
import city.urbanops.contracts.submissions.SubmissionEvents;
import city.urbanops.intake.media.Exif;
import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.TestStore;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.icc.IccDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
@QuarkusTestResource(TestStore.class)
class MediaIT {

    private static final double LNG = 109.4101;
    private static final double LAT = 24.3101;

    private final EventProbe events = new EventProbe();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @AfterEach
    void close() {
        events.close();
    }

    @Test
    void keeps_what_the_camera_noted_and_shows_the_picture_without_it() throws Exception {
        // Given
        var tiff = Exif.of(LNG, LAT, "2026:11:20 09:30:00", "+08:00", 6);
        var polyglot = Pictures.joined(Pictures.noted(Pictures.jpeg(800, 600), tiff), Pictures.zip());

        // When
        var id = upload("agent", polyglot, "NEAR")
                .statusCode(201)
                .body("kind", equalTo("NEAR"), "contentType", equalTo("image/jpeg"))
                .body("width", equalTo(600), "height", equalTo(800))
                .body("takenAt", equalTo("2026-11-20T01:30:00Z"))
                .body(
                        "position.lng.toDouble()",
                        closeTo(LNG, 0.00001),
                        "position.lat.toDouble()",
                        closeTo(LAT, 0.00001))
                .body("positionOutsideCity", nullValue())
                .extract()
                .<String>path("mediaId");

        // Then
        var picture = bytes("agent", id, "content", "image/jpeg");
        var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
        assertThat(metadata.containsDirectoryOfType(ExifDirectoryBase.class)).isFalse();
        assertThat(metadata.containsDirectoryOfType(XmpDirectory.class)).isFalse();
        assertThat(metadata.containsDirectoryOfType(IccDirectory.class)).isFalse();
        assertThat(metadata.containsDirectoryOfType(JpegCommentDirectory.class)).isFalse();
        assertThat(new String(picture, StandardCharsets.ISO_8859_1))
                .doesNotContain("PK\3\4", "hidden", "php", "secret");
        var shown = ImageIO.read(new ByteArrayInputStream(picture));
        assertThat(shown.getRGB(300, 20) & 0xFF0000).as("the left side is up").isGreaterThan(0xE00000);
        var small = ImageIO.read(new ByteArrayInputStream(bytes("agent", id, "thumbnail", "image/jpeg")));
        assertThat(small.getWidth()).isEqualTo(240);
        assertThat(small.getHeight()).isEqualTo(320);
        await().untilAsserted(
                        () -> assertThat(copies()).as("copies that were sent").isEmpty());
    }

    private static List<Path> copies() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("urbanops-photo"))
                    .toList();
        }
    }

    @Test
    void flags_a_photo_taken_elsewhere() {
        var tiff = Exif.of(2.35, 48.85, "2026:11:20 09:30:00", "+01:00", 1);

        upload("agent", Pictures.noted(Pictures.jpeg(40, 30), tiff), "FAR")
                .statusCode(201)
                .body("positionOutsideCity", equalTo(true));
    }

    @Test
    void takes_a_pre_signed_upload_and_completes_it_once_however_often_it_is_asked() throws Exception {
        // Given
        var png = Pictures.png(1000, 500);
        var promised = promise("patrol", png, sha256(png)).statusCode(201).extract();
        var id = promised.<String>path("mediaId");
        complete("patrol", id).statusCode(409).body("type", equalTo("urn:urbanops:problem:not-uploaded"));

        // When
        assertThat(put(promised.path("uploadUrl"), promised.path("headers"), png))
                .isEqualTo(200);

        // Then
        get("patrol", "/api/v1/media/" + id).statusCode(404);
        complete("agent", id).statusCode(404);
        complete("patrol", id).statusCode(200).body("ref", equalTo("urn:urbanops:media:" + id));
        complete("patrol", id).statusCode(200).body("width", equalTo(1000), "contentType", equalTo("image/png"));
        assertThat(bytes("patrol", id, "thumbnail", "image/jpeg")).isNotEmpty();
        assertThat(TestStore.objects(id + "/")).as("picture and thumbnail").hasSize(2);
    }

    @Test
    void completes_once_for_two_that_ask_together() throws Exception {
        var png = Pictures.png(700, 700);
        var promised = promise("agent", png, null).statusCode(201).extract();
        var id = promised.<String>path("mediaId");
        put(promised.path("uploadUrl"), promised.path("headers"), png);

        var answers = Stream.of(1, 2)
                .map(i -> CompletableFuture.supplyAsync(
                        () -> complete("agent", id).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsExactly(200, 200);
        await().untilAsserted(() -> assertThat(TestStore.objects(id + "/")).hasSize(2));
    }

    @Test
    void removes_an_upload_that_is_not_what_was_promised() throws Exception {
        var promised = promise("agent", Pictures.zip(), null).statusCode(201).extract();
        var id = promised.<String>path("mediaId");
        assertThat(put(promised.path("uploadUrl"), promised.path("headers"), Pictures.zip()))
                .isEqualTo(200);

        complete("agent", id).statusCode(422).body("errors[0].field", equalTo("file"));

        complete("agent", id).statusCode(404);
        assertThat(TestStore.objects(id + "/")).isEmpty();
    }

    @Test
    void refuses_another_file_than_the_promised_one() throws Exception {
        var png = Pictures.png(20, 20);
        var promised = promise("agent", png, "0".repeat(64)).statusCode(201).extract();

        assertThat(put(promised.path("uploadUrl"), promised.path("headers"), Pictures.png(21, 200)))
                .as("another length is not what was signed")
                .isEqualTo(403);
        assertThat(put(promised.path("uploadUrl"), promised.path("headers"), png))
                .isEqualTo(200);
        complete("agent", promised.path("mediaId")).statusCode(422).body("errors[0].field", equalTo("sha256"));
    }

    static Stream<Arguments> unusable() {
        var jpeg = Pictures.jpeg(400, 400);
        return Stream.of(
                Arguments.of("GIF", Pictures.encode(Pictures.image(9, 9), "gif"), "is a GIF file"),
                Arguments.of(
                        "SVG", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "is no"),
                Arguments.of("zip", Pictures.zip(), "is no JPEG or PNG"),
                Arguments.of("program", "MZ\220\0\3\0\0\0".getBytes(StandardCharsets.ISO_8859_1), "is no JPEG or PNG"),
                Arguments.of("empty", new byte[0], "is no JPEG or PNG"),
                Arguments.of("WebP", "RIFF\0\0\0\0WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1), "is a WebP file"),
                Arguments.of("truncated JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), "is cut off"),
                Arguments.of("truncated PNG", Arrays.copyOf(Pictures.png(90, 90), 200), "is cut off"),
                Arguments.of("header bomb", Pictures.pngClaiming(60_000, 60_000), "more than 50 million pixels"),
                Arguments.of("wide header bomb", Pictures.pngClaiming(Integer.MAX_VALUE, 1), "more than 50 million"),
                Arguments.of("claimed pixels missing", Pictures.pngClaiming(2_000, 2_000), "cannot be decoded"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unusable")
    void refuses_what_is_no_picture_and_keeps_nothing(String name, byte[] file, String why) throws Exception {
        var before = rows();

        upload("agent", file, "NEAR")
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("file"), "errors[0].message", containsString(why));

        assertThat(rows()).as(name).isEqualTo(before);
    }

    @Test
    void unpacks_nothing_but_the_picture() {
        upload("agent", Pictures.pngWithTextBomb(400_000_000), "REFERENCE")
                .statusCode(201)
                .body("width", equalTo(8));
        upload("agent", Pictures.pngWithPictureBomb(400_000_000), "REFERENCE")
                .statusCode(201)
                .body("bytes", org.hamcrest.Matchers.lessThan(1000));
    }

    @Test
    void keeps_a_huge_picture_with_fewer_pixels() {
        upload("agent", Pictures.encode(Pictures.image(8000, 6000), "jpeg"), "FAR")
                .statusCode(201)
                .body("width", equalTo(4000), "height", equalTo(3000));
    }

    @Test
    void refuses_what_is_too_large_and_leaves_other_limits_alone() {
        var large = new byte[15 * 1024 * 1024 + 1];
        upload("agent", large, "NEAR").statusCode(413).body("type", equalTo("urn:urbanops:problem:too-large"));
        upload("agent", new byte[17 * 1024 * 1024], "NEAR").statusCode(413).contentType("application/problem+json");
        post("agent", "/api/v1/media/uploads", Map.of("kind", "NEAR", "contentType", "image/png", "bytes", 15728641))
                .statusCode(413);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/json")
                .body("{\"text\":\"" + "x".repeat(2_200_000) + "\"}")
                .post("/api/v1/reports")
                .then()
                .statusCode(413);
    }

    @Test
    void names_the_field_that_is_wrong() {
        upload("agent", Pictures.jpeg(9, 9), "CLOSE").statusCode(400).body("errors[0].field", equalTo("kind"));
        given().auth()
                .oauth2(Tokens.of("agent"))
                .multiPart("kind", "NEAR")
                .post("/api/v1/media")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("file"));
        given().auth()
                .oauth2(Tokens.of("agent"))
                .multiPart("file", "a.jpg", Pictures.jpeg(9, 9))
                .post("/api/v1/media")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("kind"));
        post("agent", "/api/v1/media/uploads", Map.of("kind", "NEAR", "contentType", "image/gif", "bytes", 9))
                .statusCode(400)
                .body("errors[0].field", equalTo("contentType"));
        post("agent", "/api/v1/media/uploads", Map.of("kind", "NEAR", "contentType", "image/png", "bytes", 0))
                .statusCode(400)
                .body("errors[0].field", equalTo("bytes"));
    }

    @Test
    void asks_who_is_there() {
        given().multiPart("file", "a.jpg", Pictures.jpeg(9, 9))
                .multiPart("kind", "NEAR")
                .post("/api/v1/media")
                .then()
                .statusCode(401);
        upload("assessor", Pictures.jpeg(9, 9), "NEAR").statusCode(403);
        given().get("/api/v1/media/" + UUID.randomUUID() + "/content").then().statusCode(401);
        get("agent", "/api/v1/media/" + UUID.randomUUID()).statusCode(404);
    }

    @Test
    void a_report_takes_its_photos_with_it_each_kind_apart() {
        // Given
        var far = uploaded("agent", "FAR");
        var near = uploaded("agent", "NEAR");
        var foreign = "https://photos.example.org/1.jpg";
        get("dispatcher", "/api/v1/media/" + near).statusCode(404);

        // When
        var caseId = TestCity.report(report(List.of(ref(far), foreign, ref(near))));

        // Then
        get("dispatcher", "/api/v1/cases/" + caseId)
                .statusCode(200)
                .body("media.kind", equalTo(List.of("NEAR", "FAR")))
                .body("media.mediaId", equalTo(List.of(near, far)));
        get("dispatcher", "/api/v1/media/" + near).statusCode(200).body("caseId", equalTo(caseId.toString()));
        get("water", "/api/v1/media/" + near + "/content").statusCode(404);
        assertThat(bytes("dispatcher", near, "content", "image/jpeg")).isNotEmpty();
    }

    @Test
    void a_department_sees_the_photos_of_what_it_handles_but_not_where_they_were_taken() {
        var caseId = Supervisors.handled(events, "井盖破损");
        var tiff = Exif.of(LNG, LAT, "2026:11:20 09:30:00", "+08:00", 1);
        var after = upload("checker", Pictures.noted(Pictures.jpeg(90, 60), tiff), "AFTER")
                .statusCode(201)
                .extract()
                .<String>path("mediaId");

        act(caseId, "checker", "check-failed", Map.of("opinion", "没修好", "media", List.of(ref(after))))
                .statusCode(200);

        get("water", "/api/v1/media/" + after)
                .statusCode(200)
                .body("takenAt", equalTo("2026-11-20T01:30:00Z"), "position", nullValue());
        get("water", "/api/v1/cases/" + caseId).statusCode(200).body("media[0].position", nullValue());
        get("checker", "/api/v1/cases/" + caseId).body("media[0].position", not(nullValue()));
        assertThat(events.read(Topics.CASE_EVENTS, caseId.toString()).toString())
                .doesNotContain("109.4101");
    }

    @Test
    void refuses_a_photo_that_is_not_there_not_finished_not_ones_own_or_another_cases() throws Exception {
        var unfinished = promise("agent", Pictures.png(9, 9), null)
                .statusCode(201)
                .extract()
                .<String>path("mediaId");
        var others = uploaded("patrol", "NEAR");
        var taken = uploaded("agent", "NEAR");
        TestCity.report(report(List.of(ref(taken))));
        var before = cases();

        for (var bad : List.of(
                ref(UUID.randomUUID().toString()), ref(unfinished), ref(others), ref(taken), "URN:urbanops:Media:1")) {
            post("agent", "/api/v1/reports", report(List.of("urn:example:1", bad)))
                    .statusCode(422)
                    .body("errors[0].field", equalTo("media[1]"));
        }

        assertThat(cases()).isEqualTo(before);
        get("patrol", "/api/v1/media/" + others).statusCode(200).body("caseId", nullValue());
    }

    @Test
    void a_step_takes_its_photos_only_if_it_is_done() {
        var caseId = Supervisors.handled(events, "井盖缺失");
        var before = uploaded("checker", "BEFORE");
        var after = uploaded("checker", "AFTER");
        Map<String, Object> elsewhere = comparison(before, after, false);

        act(caseId, "checker", "check-passed", elsewhere).statusCode(422);
        get("checker", "/api/v1/media/" + after).statusCode(200).body("caseId", nullValue());
        act(
                        caseId,
                        "checker",
                        "check-passed",
                        comparison(before, UUID.randomUUID().toString(), true))
                .statusCode(422)
                .body("errors[0].field", equalTo("comparison.after[0]"));
        act(caseId, "checker", "check-passed", comparison(before, after, true)).statusCode(200);

        get("checker", "/api/v1/cases/" + caseId).body("media.kind", equalTo(List.of("BEFORE", "AFTER")));
        act(caseId, "shift-leader", "reopen", Map.of("note", "又坏了", "media", List.of(ref(after))))
                .statusCode(200);
    }

    @Test
    void a_patrols_photos_are_of_the_kind_they_were_uploaded_as_or_another_systems() {
        var near = uploaded("patrol", "NEAR");
        var body = report(List.of());
        body.put("channel", "CITY_PATROL");
        body.put("details", photo("FAR", near));
        post("patrol", "/api/v1/reports", body)
                .statusCode(422)
                .body("errors[0].field", equalTo("details.photos[0].kind"));
        body.put("details", photo("NEAR", uploaded("agent", "NEAR")));
        post("patrol", "/api/v1/reports", body)
                .statusCode(422)
                .body("errors[0].field", equalTo("details.photos[0].mediaId"));

        body.put("details", photo("NEAR", near));
        var caseId = post("patrol", "/api/v1/reports", body)
                .statusCode(201)
                .extract()
                .<String>path("caseId");
        body.put("details", photo("NEAR", UUID.randomUUID().toString()));
        post("patrol", "/api/v1/reports", body).statusCode(201);

        get("agent", "/api/v1/cases/" + caseId).body("media.mediaId", equalTo(List.of(near)));
    }

    @Test
    void a_report_through_the_topic_takes_its_photos_too() throws Exception {
        var sourceNo = UUID.randomUUID().toString();
        var photo = upload(Tokens.client("city-system"), Pictures.jpeg(64, 48), "FAR", "photo.jpg")
                .statusCode(201)
                .extract()
                .<String>path("mediaId");

        submit(sourceNo, ref(photo));
        submit(sourceNo + "-2", ref(photo));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        count("select count(*) from media join case_file using (case_id) where source_no = '" + sourceNo
                                + "' and media_id = '" + photo + "'"))
                .isOne());
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        events.read(Topics.REPORT_SUBMISSIONS.deadLetters(), "city-system/" + sourceNo + "-2"))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.json().toString()).contains("media[0]")));
    }

    private void submit(String sourceNo, String media) throws IOException {
        var body = new HashMap<>(report(List.of(media)));
        body.putAll(Map.of("publisher", "city-system", "sourceNo", sourceNo));
        events.publish(
                Topics.REPORT_SUBMISSIONS,
                "city-system/" + sourceNo,
                ContractJson.mapper().writeValueAsBytes(body),
                Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        SubmissionEvents.SUBMITTED.name(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_source",
                        "/city-system"));
    }

    @Test
    void says_so_when_the_store_is_away_and_loses_nothing() throws Exception {
        var kept = uploaded("agent", "NEAR");
        var promised =
                promise("agent", Pictures.png(9, 9), null).statusCode(201).extract();
        put(promised.path("uploadUrl"), promised.path("headers"), Pictures.png(9, 9));
        try (var outage = TestStore.away()) {
            assertThat(outage).isNotNull();
            upload("agent", Pictures.jpeg(9, 9), "NEAR")
                    .statusCode(503)
                    .body("type", equalTo("urn:urbanops:problem:photos-unavailable"));
            get("agent", "/api/v1/media/" + kept + "/content").statusCode(503);
            complete("agent", promised.path("mediaId")).statusCode(503);
            get("agent", "/api/v1/media/" + kept).statusCode(200);
            TestCity.report(report(List.of(ref(kept))));
        }

        assertThat(bytes("agent", kept, "content", "image/jpeg")).isNotEmpty();
        complete("agent", promised.path("mediaId")).statusCode(200);
        // what the failed upload has left goes by itself
        await().untilAsserted(() -> assertThat(count("select count(*) from media where state = 'GOING'"))
                .isZero());
    }

    @Test
    void removes_what_nobody_made_part_of_a_case() throws Exception {
        // Given
        var attached = uploaded("agent", "NEAR");
        TestCity.report(report(List.of(ref(attached))));
        var young = uploaded("agent", "NEAR");
        var old = uploaded("agent", "NEAR");
        var promised =
                promise("agent", Pictures.png(9, 9), null).statusCode(201).extract();
        var abandoned = promised.<String>path("mediaId");
        put(promised.path("uploadUrl"), promised.path("headers"), Pictures.png(9, 9));
        // killed after marking it
        var marked = uploaded("agent", "NEAR");
        execute("update media set state = 'GOING' where media_id = '" + marked + "'");

        // When
        execute("update media set created_at = created_at - interval '25 hours' where media_id in ('" + attached + "','"
                + old + "','" + abandoned + "')");

        // Then
        await().untilAsserted(() -> assertThat(count("select count(*) from media where media_id in ('" + old + "','"
                        + abandoned + "','" + marked + "')"))
                .isZero());
        for (var gone : List.of(old, abandoned, marked)) {
            assertThat(TestStore.objects(gone + "/")).isEmpty();
        }
        assertThat(TestStore.objects(attached + "/")).hasSize(2);
        get("agent", "/api/v1/media/" + young).statusCode(200);
    }

    @Test
    void removes_what_is_put_to_a_url_after_its_photo_is_complete() throws Exception {
        var png = Pictures.png(9, 9);
        var promised = promise("agent", png, null).statusCode(201).extract();
        var id = promised.<String>path("mediaId");
        put(promised.path("uploadUrl"), promised.path("headers"), png);
        complete("agent", id).statusCode(200);
        put(promised.path("uploadUrl"), promised.path("headers"), png);
        assertThat(TestStore.objects(id + "/")).hasSize(3);

        execute("update media set upload_until = upload_until - interval '1 hour' where media_id = '" + id + "'");

        await().untilAsserted(() -> assertThat(TestStore.objects(id + "/")).hasSize(2));
        get("agent", "/api/v1/media/" + id).statusCode(200);
    }

    private static Map<String, Object> comparison(String before, String after, boolean samePlace) {
        return Map.of(
                "comparison",
                Map.of(
                        "before",
                        List.of(ref(before)),
                        "after",
                        List.of(ref(after)),
                        "samePlace",
                        samePlace,
                        "closingConditionMet",
                        true));
    }

    private static Map<String, Object> photo(String kind, String id) {
        return Map.of("photos", List.of(Map.of("kind", kind, "mediaId", id)));
    }

    private static Map<String, Object> report(List<String> media) {
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

    private static String ref(String id) {
        return "urn:urbanops:media:" + id;
    }

    private static String uploaded(String user, String kind) {
        return upload(user, Pictures.jpeg(64, 48), kind)
                .statusCode(201)
                .extract()
                .path("mediaId");
    }

    private static ValidatableResponse upload(String user, byte[] file, String kind) {
        return upload(Tokens.of(user), file, kind, "photo.jpg");
    }

    private static ValidatableResponse upload(String token, byte[] file, String kind, String name) {
        return given().auth()
                .oauth2(token)
                .multiPart("file", name, file, "image/jpeg")
                .multiPart("kind", kind)
                .post("/api/v1/media")
                .then();
    }

    private static ValidatableResponse promise(String user, byte[] file, String sha256) {
        var body =
                new HashMap<String, Object>(Map.of("kind", "NEAR", "contentType", "image/png", "bytes", file.length));
        if (sha256 != null) {
            body.put("sha256", sha256);
        }
        return post(user, "/api/v1/media/uploads", body);
    }

    private static ValidatableResponse complete(String user, String id) {
        return given().auth()
                .oauth2(Tokens.of(user))
                .post("/api/v1/media/" + id + "/complete")
                .then();
    }

    private static int put(String url, Map<String, String> headers, byte[] file)
            throws IOException, InterruptedException {
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

    private static byte[] bytes(String user, String id, String what, String type) {
        return get(user, "/api/v1/media/" + id + "/" + what)
                .statusCode(200)
                .contentType(type)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .header("Cache-Control", containsString("private"))
                .extract()
                .asByteArray();
    }

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }

    private static long rows() throws Exception {
        return count("select count(*) from media");
    }

    private static long cases() throws Exception {
        return count("select count(*) from case_file");
    }

    private static long count(String sql) throws Exception {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var result = connection.createStatement().executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void execute(String sql) throws Exception {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

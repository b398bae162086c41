package city.urbanops.intake;

import static city.urbanops.intake.PhotoClient.bytes;
import static city.urbanops.intake.PhotoClient.rows;
import static city.urbanops.intake.PhotoClient.upload;
import static city.urbanops.intake.Supervisors.get;
import static city.urbanops.intake.Supervisors.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import city.urbanops.intake.media.Exif;
import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.TestStore;
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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Photos that come in the request: what is kept of them, and what is refused. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
@QuarkusTestResource(TestStore.class)
class PhotoUploadIT extends ReadyCity {

    private static final double LNG = 109.4101;

    private static final double LAT = 24.3101;

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
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("multipart/form-data; boundary=b")
                .body("--b\r\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/media")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("body"));
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
}

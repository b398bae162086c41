package city.urbanops.intake;

import static city.urbanops.intake.PhotoClient.bytes;
import static city.urbanops.intake.PhotoClient.complete;
import static city.urbanops.intake.PhotoClient.promise;
import static city.urbanops.intake.PhotoClient.put;
import static city.urbanops.intake.Supervisors.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.TestStore;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Photos that are put into the store past the service. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
@QuarkusTestResource(TestStore.class)
class PreSignedUploadIT extends ReadyCity {

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

    private static String sha256(byte[] file) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }
}

package city.urbanops.intake;

import static city.urbanops.intake.PhotoClient.bytes;
import static city.urbanops.intake.PhotoClient.complete;
import static city.urbanops.intake.PhotoClient.count;
import static city.urbanops.intake.PhotoClient.execute;
import static city.urbanops.intake.PhotoClient.promise;
import static city.urbanops.intake.PhotoClient.put;
import static city.urbanops.intake.PhotoClient.ref;
import static city.urbanops.intake.PhotoClient.report;
import static city.urbanops.intake.PhotoClient.upload;
import static city.urbanops.intake.PhotoClient.uploaded;
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
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of photos nobody made part of a case, and of all of them while the store is away. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
@QuarkusTestResource(TestStore.class)
class PhotosRemovedIT extends ReadyCity {

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
}

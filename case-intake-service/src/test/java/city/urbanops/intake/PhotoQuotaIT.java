package city.urbanops.intake;

import static city.urbanops.intake.PhotoClient.count;
import static city.urbanops.intake.PhotoClient.execute;
import static city.urbanops.intake.PhotoClient.promise;
import static city.urbanops.intake.PhotoClient.ref;
import static city.urbanops.intake.PhotoClient.report;
import static city.urbanops.intake.PhotoClient.upload;
import static city.urbanops.intake.PhotoClient.uploaded;
import static city.urbanops.intake.Supervisors.act;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.TestStore;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many photos that belong to nothing an account may have: three, for the dispatcher of {@link TestStore}. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
@QuarkusTestResource(TestStore.class)
class PhotoQuotaIT {

    private static final int MOST = 3;
    private static final String UNATTACHED =
            "select count(*) from media where uploaded_by = 'dispatcher' and case_id is null and state <> 'GOING'";

    @BeforeEach
    void nothingOfOthers() throws Exception {
        try (var events = new EventProbe()) {
            TestCity.makeReady(events);
        }
        execute("update media set state = 'GOING' where uploaded_by = 'dispatcher' and case_id is null");
    }

    @Test
    void of_many_sent_together_only_as_many_are_taken_as_the_account_may_have() throws Exception {
        var file = Pictures.jpeg(64, 48);

        var answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> i % 2 == 0
                        ? upload("dispatcher", file, "NEAR").extract().statusCode()
                        : promise("dispatcher", file, null).extract().statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(MOST);
        assertThat(count(UNATTACHED)).isEqualTo(MOST);
    }

    @Test
    void says_which_rule_it_is_and_takes_more_once_a_case_has_some_or_they_are_removed() throws Exception {
        // Given
        var attached = uploaded("dispatcher", "NEAR");
        promise("dispatcher", Pictures.png(9, 9), null).statusCode(201);
        uploaded("dispatcher", "FAR");

        // When
        for (var refused : List.of(
                upload("dispatcher", Pictures.jpeg(9, 9), "NEAR"), promise("dispatcher", Pictures.png(9, 9), null))) {
            refused.statusCode(409)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:urbanops:problem:too-many-unattached-photos"))
                    .body("detail", containsString("may have 3 photos"));
        }
        uploaded("agent", "NEAR");

        // Then
        var caseId = TestCity.report(report(List.of()));
        act(caseId, "dispatcher", "request-void", Map.of("opinion", "照片为证", "media", List.of(ref(attached))))
                .statusCode(200);
        uploaded("dispatcher", "NEAR");
        upload("dispatcher", Pictures.jpeg(9, 9), "NEAR").statusCode(409);
        execute("update media set created_at = created_at - interval '25 hours' where uploaded_by = 'dispatcher'");
        await().untilAsserted(() -> assertThat(count(UNATTACHED)).isZero());
        uploaded("dispatcher", "NEAR");
    }
}

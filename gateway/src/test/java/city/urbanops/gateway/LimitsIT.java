package city.urbanops.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.Tokens;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LimitsIT.Strict.class)
@QuarkusTestResource(UrbanOpsEngines.class)
@QuarkusTestResource(EchoServices.class)
class LimitsIT {

    /** So few that a test meets them: twenty at once for an account, five for an address, then one an hour. */
    public static class Strict implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "urbanops.gateway.limits.account.burst", "20",
                    "urbanops.gateway.limits.account.per-second", "1",
                    "urbanops.gateway.limits.anonymous.burst", "5",
                    "urbanops.gateway.limits.anonymous.per-second", "1");
        }
    }

    private final Door door = new Door();

    @Test
    void limits_an_account_and_not_its_neighbours() {
        // When
        var agent = ask(Tokens.of("agent"), 60);
        var dispatcher = ask(Tokens.of("dispatcher"), 10);

        // Then
        assertThat(agent).filteredOn(answer -> answer.statusCode() == 200).hasSizeBetween(20, 40);
        assertThat(agent)
                .filteredOn(answer -> answer.statusCode() == 429)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
                    assertThat(answer.body()).contains("urn:urbanops:problem:too-many-requests");
                });
        assertThat(dispatcher).allMatch(answer -> answer.statusCode() == 200);
    }

    @Test
    void does_not_limit_the_driver() {
        assertThat(ask(Tokens.client("urbanops-driver"), 100)).allMatch(answer -> answer.statusCode() == 200);
    }

    @Test
    void takes_a_forged_token_for_none() {
        assertThat(ask(Tokens.forged(), 40))
                .filteredOn(answer -> answer.statusCode() == 429)
                .isNotEmpty();
    }

    private List<HttpResponse<String>> ask(String token, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> door.sendLater(door.to("/api/v1/tasks/" + i, token)))
                .toList()
                .stream()
                .map(answer -> answer.join())
                .toList();
    }
}

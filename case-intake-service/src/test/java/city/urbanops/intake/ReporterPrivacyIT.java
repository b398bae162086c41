package city.urbanops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import city.urbanops.contracts.Topics;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class ReporterPrivacyIT {

    private static final String NAME = "欧阳晓雯";
    private static final String PHONE = "13677215566";

    private final EventProbe events = new EventProbe();

    @BeforeEach
    void ready() {
        TestCity.makeReady(events);
    }

    @Test
    void an_identity_is_in_no_event_log_or_table_and_each_reveal_is_journalled() throws SQLException {
        var logs = new Kept();
        Logger.getLogger("").addHandler(logs);
        var caseId = TestCity.report(new HashMap<>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                "我是" + NAME + "，电话" + PHONE + "，楼下井盖坏了",
                "classCode",
                "P0101",
                "areaCode",
                "450202",
                "reporter",
                Map.of("name", NAME, "phone", PHONE))));
        var path = "/api/v1/cases/" + caseId + "/reporter/reveal";

        for (var user : List.of("dispatcher", "checker", "water", "admin", "assessor")) {
            Supervisors.post(user, path, Map.of("reason", "好奇")).statusCode(403);
        }
        Supervisors.post("agent", path, Map.of()).statusCode(400).body("errors[0].field", equalTo("reason"));
        Supervisors.post("agent", path, Map.of("reason", "回访"))
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("name", equalTo(NAME), "phone", equalTo(PHONE));

        await().untilAsserted(() ->
                assertThat(events.read(Topics.CASE_EVENTS, caseId.toString())).hasSize(3));
        Logger.getLogger("").removeHandler(logs);
        assertThat(events.read(Topics.CASE_EVENTS, caseId.toString()))
                .allSatisfy(event -> assertThat(new String(event.record().value(), StandardCharsets.UTF_8))
                        .doesNotContain(NAME)
                        .doesNotContain(PHONE));
        assertThat(logs.lines).noneMatch(line -> line.contains(NAME) || line.contains(PHONE));
        assertThat(rowsWith(NAME) + rowsWith(PHONE)).isZero();
        Supervisors.get("shift-leader", "/api/v1/cases/" + caseId + "/journal")
                .body("find { it.type == 'reporter.revealed' }.actor", equalTo("agent"))
                .body("find { it.type == 'reporter.revealed' }.opinion", equalTo("回访"));
    }

    /** How often a text occurs in any row of any table that has to do with cases. */
    private static int rowsWith(String text) throws SQLException {
        var sql = new StringBuilder("select 0");
        for (var table : List.of("case_file", "journal", "reporter", "outbox", "reporter_answer", "promised_reply")) {
            sql.append(" + (select count(*) from ")
                    .append(table)
                    .append(" t where cast(t as text) like '%")
                    .append(text)
                    .append("%')");
        }
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql.toString())) {
            result.next();
            return result.getInt(1);
        }
    }

    private static final class Kept extends Handler {

        private final List<String> lines = new CopyOnWriteArrayList<>();

        Kept() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            var parameters = record.getParameters();
            lines.add(
                    record.getMessage() + (parameters == null ? "" : Arrays.toString(parameters)) + record.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

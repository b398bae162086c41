package city.urbanops.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.duplicates.application.SuggestDuplicates;
import city.urbanops.intake.duplicates.domain.TextFingerprint;
import city.urbanops.intake.duplicates.domain.TypedReport;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "intake"))
class DuplicateCandidatesIT {

    private static final int OPEN_CASES = 100_000;
    private static final int QUESTIONS = 400;

    /** The statement's own bounds: so many of the latest texts, and 200 for each of 16 bands. */
    private static final int LATEST = 1_000;

    private static final int MOST_ROWS = LATEST + 16 * 200;

    @Inject
    SuggestDuplicates suggest;

    @Inject
    Transactions transactions;

    @Inject
    OwnContext contexts;

    @BeforeEach
    void ready() {
        try (var events = new EventProbe()) {
            TestCity.makeReady(events);
        }
    }

    @Test
    void suggests_what_was_told_in_the_same_words_or_by_the_same_caller_and_says_why() {
        var text = "文惠路与三中路交叉口东南角的雨水井盖断裂，昨晚有电动车摔倒";
        var caseId = TestCity.report(new HashMap<>(Map.of(
                "channel",
                "HOTLINE_12345",
                "text",
                text,
                "classCode",
                "P0103",
                "location",
                Map.of("lng", 109.4101, "lat", 24.3101),
                "reporter",
                Map.of("name", "莫女士", "phone", "13507720099"))));

        await().untilAsserted(() -> Supervisors.post(
                        "agent", "/api/v1/cases/duplicate-candidates", Map.of("text", "你好，" + text + "。"))
                .statusCode(200)
                .body("caseId", hasItem(caseId.toString()))
                .body("find { it.caseId == '" + caseId + "' }.reasons[0]", startsWith("text ")));
        Supervisors.post(
                        "agent",
                        "/api/v1/cases/duplicate-candidates",
                        Map.of("text", "井盖", "phone", "+86 135-0772-0099"))
                .body("find { it.caseId == '" + caseId + "' }.reasons[0]", startsWith("same caller"));
        Supervisors.post(
                        "agent",
                        "/api/v1/cases/duplicate-candidates",
                        Map.of("classCode", "P0103", "location", Map.of("lng", 109.4105, "lat", 24.3101)))
                .body("find { it.caseId == '" + caseId + "' }.reasons[0]", startsWith("same class, "));
        Supervisors.get("agent", "/api/v1/cases/" + caseId + "/duplicate-candidates")
                .statusCode(200)
                .body("findAll { it.caseId == '" + caseId + "' }.size()", equalTo(0));
        Supervisors.post("water", "/api/v1/cases/duplicate-candidates", Map.of("text", text))
                .statusCode(403);
    }

    @Test
    void answers_among_a_hundred_thousand_open_cases() throws SQLException {
        // Given
        var random = new Random(11);
        try (var connection = UrbanOpsEngines.postgres().connect("intake")) {
            fill(connection, random);
        }

        var fetched = fetched();

        // When: half of them at the place, half told again in the same stock phrases, without a place
        var nanos = new long[QUESTIONS];
        var right = 0;
        var alike = 0;
        for (var i = 0; i < QUESTIONS; i++) {
            var number = i * 97;
            var report = i % 2 == 0
                    ? new TypedReport(text(number), "E0304", point(number), Instant.now())
                    : new TypedReport(retold(text(number)), null, null, Instant.now());
            alike += isAlike(report.text(), text(number)) ? 1 : 0;
            var began = System.nanoTime();
            var found = contexts.awaitAtStart(
                    () -> transactions.read(session -> suggest.whileTyping(session, report, null)));
            nanos[i] = System.nanoTime() - began;
            right += found.stream().anyMatch(one -> one.caseNumber().equals("candidate-" + number)) ? 1 : 0;
        }

        // Then
        var warm = Arrays.copyOfRange(nanos, QUESTIONS / 4, QUESTIONS);
        Arrays.sort(warm);
        System.out.printf(
                "duplicate candidates among %d open cases: p50 %.1f ms, p99 %.1f ms; right one suggested %d times of %d%n",
                OPEN_CASES, warm[warm.length / 2] / 1e6, warm[warm.length * 99 / 100] / 1e6, right, alike);
        assertThat(alike).isGreaterThan(QUESTIONS * 3 / 4);
        assertThat(right).as("of %d that are alike", alike).isGreaterThanOrEqualTo(alike * 98 / 100);
        // the server counts a little later: all have come when the latest texts have, which every question looks
        // through
        await().atMost(Duration.ofSeconds(30))
                .until(() -> fetched() - fetched, rows -> rows >= (long) QUESTIONS * LATEST);
        assertThat(fetched() - fetched)
                .as("rows read, however rare or common the words")
                .isLessThanOrEqualTo((long) QUESTIONS * MOST_ROWS);
    }

    /** Rows of fingerprints that were fetched until now. */
    private static long fetched() throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("intake");
                var result = connection
                        .createStatement()
                        .executeQuery(
                                "select seq_tup_read + idx_tup_fetch from pg_stat_user_tables where relname = 'text_fingerprint'")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** What the texts alone would find, were each compared with all. */
    private static boolean isAlike(String one, String other) {
        var bands = TextFingerprint.of(other).bands();
        return TextFingerprint.of(one).bands().stream().anyMatch(bands::contains)
                && TextFingerprint.likeness(one, other) >= 0.5;
    }

    private static String retold(String text) {
        return "您好，" + text + "，谢谢";
    }

    private static void fill(Connection connection, Random random) throws SQLException {
        connection.setAutoCommit(false);
        var cases = """
                insert into case_file (case_id, case_number, phase, round, channel, class_code, text, urgent, area_code, lng, lat,
                    occurred_at, reported_at, rework_count, publisher, journal_length)
                values (?, ?, 'HANDLING', 1, 'HOTLINE_12345', 'E0304', ?, false, '450202', ?, ?, now(), now() - random() * interval '14 days', 0, 'x', 0)
                """;
        var prints =
                "insert into text_fingerprint (case_id, reported_at, bands) values (?, now() - random() * interval '14 days', ?)";
        try (var file = connection.prepareStatement(cases);
                var print = connection.prepareStatement(prints)) {
            for (var i = 0; i < OPEN_CASES; i++) {
                var id = new UUID(random.nextLong(), random.nextLong());
                var text = text(i);
                file.setObject(1, id);
                file.setString(2, "candidate-" + i);
                file.setString(3, text);
                file.setDouble(4, point(i).lng());
                file.setDouble(5, point(i).lat());
                file.addBatch();
                print.setObject(1, id);
                print.setArray(
                        2,
                        connection.createArrayOf(
                                "int4", TextFingerprint.of(text).bands().toArray()));
                print.addBatch();
                if (i % 5_000 == 4_999) {
                    file.executeBatch();
                    print.executeBatch();
                }
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze case_file");
            statement.execute("vacuum analyze text_fingerprint");
        }
    }

    /** A place of its own for each number, so that a case has neighbours within the radius, but not the whole city. */
    private static Point point(int number) {
        var row = number / 316;
        return new Point(109.30 + (number % 316) * 0.00079, 24.20 + row * 0.00079);
    }

    /** A complaint in stock phrases with its own details. */
    private static String text(int number) {
        var random = new Random(number);
        var detail =
                random.ints(14, 0x4E00, 0x5600).mapToObj(Character::toString).collect(Collectors.joining());
        return "工地渣土车夜间进出扬尘严重影响居民休息，" + detail + "，请尽快处理";
    }
}

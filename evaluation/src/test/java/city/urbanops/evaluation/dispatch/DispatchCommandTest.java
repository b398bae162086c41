package city.urbanops.evaluation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.evaluation.EvaluateCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The verb on files made for it: the right answer is known because we made the rule. */
class DispatchCommandTest {

    private static final String BOSTON =
            "case_enquiry_id,open_dt,target_dt,type,reason,subject,queue,department,location,neighborhood,pwd_district,"
                    + "city_council_district,police_district,latitude,longitude,source";
    private static final String PINGSHAN = "rec_id,create_date,street,community,type,main_type,sub_type,dispose_unit,"
            + "source,property,dispose_unit_id";
    private static final LocalDate RENAMING = LocalDate.parse("2018-09-01");

    @TempDir
    private Path directory;

    private final StringWriter err = new StringWriter();
    private final StringWriter out = new StringWriter();
    private final Random random = new Random(3);

    @Test
    void measures_boston_with_the_keys_that_are_promised() throws IOException {
        // Given: two types, each with a department of its own
        Path train = file("train.csv", BOSTON, boston(6_000, "2015-01-01"));
        Path test = file("test.csv", BOSTON, boston(400, "2015-08-01"));

        // When
        JsonNode result = evaluate("boston311", train, test);

        // Then
        assertThat(result.fieldNames())
                .toIterable()
                .startsWith("top1", "top3", "macroF1", "coverage", "accuracyOfAutomatic", "decisionMicros");
        assertThat(result.get("top1").asDouble()).isEqualTo(1);
        assertThat(result.get("macroF1").asDouble()).isEqualTo(1);
        assertThat(result.get("coverage").asDouble()).isGreaterThan(0.9);
        assertThat(result.get("accuracyOfAutomatic").asDouble()).isEqualTo(1);
        assertThat(result.get("decisionMicros").get("p99").asDouble()).isPositive();
        assertThat(result.get("testCases").asInt()).isEqualTo(400);
    }

    @Test
    void answers_with_the_name_a_unit_has_now() throws IOException {
        // Given: every unit is renamed in September and keeps its code
        Path train = file("train.csv", PINGSHAN, pingshan(1_500, LocalDate.parse("2018-06-01"), 100));
        Path test = file("test.csv", PINGSHAN, pingshan(200, LocalDate.parse("2018-10-01"), 20));

        // When
        JsonNode result = evaluate("pingshan", train, test, "--learn-after", "3");

        // Then
        assertThat(result.get("top1").asDouble()).isEqualTo(1);
        assertThat(result.get("learnAfterDays").asInt()).isEqualTo(3);
    }

    @Test
    void results_that_flow_back_help_with_a_unit_nobody_knew() throws IOException {
        // Given: from October another unit handles everything
        Path train = file("train.csv", PINGSHAN, pingshan(1_500, LocalDate.parse("2018-06-01"), 100));
        List<String> later = pingshan(600, LocalDate.parse("2018-10-01"), 60).stream()
                .map(row -> row.substring(0, row.lastIndexOf(',')) + ",99")
                .toList();
        Path test = file(
                "test.csv",
                PINGSHAN,
                later.stream()
                        .map(row -> row.replaceAll("Unit [a-z0-9 ]+", "Newcomer"))
                        .toList());

        // When
        double without = evaluate("pingshan", train, test).get("top1").asDouble();
        double with = evaluate("pingshan", train, test, "--learn-after", "3")
                .get("top1")
                .asDouble();

        // Then
        assertThat(without).isZero();
        assertThat(with).isGreaterThan(0.6);
    }

    @Test
    void reads_messages_and_says_which_rows_it_left_out() throws IOException {
        // Given
        List<String> rows = new ArrayList<>(messages(600));
        rows.add("no label here,");
        Path train = file("train.csv", "tokens,label1", rows);
        Path test = file("test.csv", "tokens,label1", messages(100));

        // When
        JsonNode result = evaluate("messages", train, test);

        // Then
        assertThat(result.get("macroF1").asDouble()).isGreaterThan(0.95);
        assertThat(result.get("unreadable").asInt()).isEqualTo(1);
        assertThat(result.get("firstUnreadable").get(0).asText()).isEqualTo("train.csv line 602 has no label1");
    }

    @Test
    void says_in_one_sentence_what_is_wrong() throws IOException {
        // Given
        Path messages = file("train.csv", "tokens,label1", messages(10));

        // Then
        assertThat(failure("boston311", messages, messages)).contains("has no column");
        assertThat(failure("messages", messages, directory.resolve("none.csv"))).contains("there is no file");
        assertThat(failure("messages", messages, messages, "--learn-after", "3"))
                .contains("needs dates");
        assertThat(failure("messages", messages, messages, "--target", "queue")).contains("boston311 only");
    }

    private JsonNode evaluate(String format, Path train, Path test, String... more) throws IOException {
        Path json = directory.resolve("result.json");
        int exit = execute(
                format,
                train,
                test,
                Stream.concat(Stream.of("--json", json.toString()), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(exit).as(err.toString()).isZero();
        return new ObjectMapper().readTree(Files.readString(json));
    }

    private String failure(String format, Path train, Path test, String... more) {
        assertThat(execute(format, train, test, more)).isNotZero();
        return err.toString();
    }

    private int execute(String format, Path train, Path test, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("dispatch", "--format", format, "--train", train.toString(), "--test", test.toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    private Path file(String name, String header, List<String> rows) throws IOException {
        Path file = directory.resolve(name);
        Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
        return file;
    }

    private List<String> boston(int count, String from) {
        LocalDate start = LocalDate.parse(from);
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> {
                    boolean light = random.nextBoolean();
                    return "%d,%s 08:%02d:00,,%s,Reason,Subject,Queue,%s,%d Main St  Boston,Centre,1C,8.0,A1,42.36,-71.06,Call"
                            .formatted(
                                    i,
                                    start.plusDays(i / 30),
                                    i % 60,
                                    light ? "Street Light" : "Pothole",
                                    light ? "PWDx" : "BTDT",
                                    i % 90);
                })
                .toList();
    }

    private List<String> pingshan(int count, LocalDate from, int days) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> {
                    LocalDate day = from.plusDays((long) i * days / count);
                    int kind = random.nextInt(3);
                    String name = "Unit " + kind + (day.isBefore(RENAMING) ? " old" : " renamed");
                    return "%d,%s,Street,Community,Type,Main,Sub %d,%s,12345,Complaint,%d"
                            .formatted(i, day, kind, name, kind);
                })
                .toList();
    }

    private List<String> messages(int count) {
        String[] words = {"school teacher pupil", "river smoke factory", "bus road traffic"};
        String[] labels = {"education", "environment", "transport"};
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> words[i % 3] + " word" + random.nextInt(40) + "," + labels[i % 3])
                .toList();
    }
}

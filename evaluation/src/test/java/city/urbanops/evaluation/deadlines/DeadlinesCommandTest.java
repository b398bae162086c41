package city.urbanops.evaluation.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import city.urbanops.evaluation.EvaluateCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class DeadlinesCommandTest {

    private static final Path BOSTON =
            Path.of(System.getProperty("urbanops.root", "."), "..", "shared", "data", "boston311_2015");
    private static final String CASES_HEADER = "case_enquiry_id,open_dt,target_dt,type\n";
    private static final String RULES = """
            type,rows_with_target,rule,n_days,exact_share
            Sign Repair,9,business+holidays,2,0.9
            Rodents,9,calendar,30,1.0
            """;

    @TempDir
    private Path directory = Path.of("");

    private final StringWriter errors = new StringWriter();
    private final StringWriter output = new StringWriter();

    @Test
    void counts_what_the_rules_reproduce_over_holidays_and_weekends() throws IOException {
        // Given: Patriots' Day is Monday 20 April 2015
        Path cases = file("cases.csv", CASES_HEADER + """
                1,2015-04-17 10:00:00,2015-04-22 10:00:00,Sign Repair
                2,2015-04-18 10:00:00,2015-04-23 08:30:00,Sign Repair
                3,2015-04-17 10:00:00,2015-05-17 10:05:00,Rodents
                4,2015-04-17 10:00:00,,Rodents
                5,2015-04-17 10:00:00,2015-04-21 10:00:00,"Other, thing"
                6,yesterday,2015-04-21 10:00:00,Rodents
                7,2015-04-17
                """);

        // When
        int exit = evaluate(cases, file("rules.csv", RULES));

        // Then
        assertThat(exit).as(errors.toString()).isZero();
        JsonNode report =
                new ObjectMapper().readTree(directory.resolve("out.json").toFile());
        assertThat(report.get("cases").asInt()).isEqualTo(7);
        assertThat(report.get("rows").asInt()).isEqualTo(3);
        assertThat(report.get("exact").asInt()).isEqualTo(3);
        assertThat(report.get("exactShare").asDouble()).isEqualTo(1.0);
        assertThat(report.get("withoutRule").asInt()).isEqualTo(1);
        assertThat(report.get("withoutTarget").asInt()).isEqualTo(1);
        assertThat(report.get("unreadable").asInt()).isEqualTo(2);
        assertThat(report.get("firstUnreadable").get(0).get("line").asInt()).isEqualTo(7);
        assertThat(report.get("rules").get(0).get("nDays").asInt()).isEqualTo(2);
        assertThat(report.get("rules").get(0).get("reproduces").asBoolean()).isTrue();
        assertThat(output.toString()).contains("3 of 3 targets reproduced", "line 8");
    }

    @Test
    void fails_and_still_writes_the_result_when_a_rule_misses_its_share() throws IOException {
        // Given: one day too early, thirty times
        Path cases =
                file("cases.csv", CASES_HEADER + "1,2015-04-17 10:00:00,2015-04-21 10:00:00,Sign Repair\n".repeat(30));

        // When
        int exit = evaluate(cases, file("rules.csv", RULES));

        // Then
        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).contains("1 of 2 rules miss", "Sign Repair", "0.0");
        JsonNode report =
                new ObjectMapper().readTree(directory.resolve("out.json").toFile());
        assertThat(report.get("reproduces").asBoolean()).isFalse();
        assertThat(report.get("rules").get(0).get("reproduces").asBoolean()).isFalse();
        assertThat(report.get("rules").get(1).get("reproduces").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sign Repair,9,business+holidays,two,0.9 | line 2 | whole number",
                "Sign Repair,9,business+holidays,0,0.9 | line 2 | 1 to",
                "Sign Repair,9,lunar,2,0.9 | line 2 | lunar",
                "Sign Repair,9,calendar,2,1.9 | line 2 | between 0 and 1",
                "Sign Repair,9 | line 2 | fields",
            })
    void names_the_line_of_a_bad_rule(String rule, String line, String reason) throws IOException {
        Path cases = file("cases.csv", CASES_HEADER + "1,2015-04-17 10:00:00,2015-04-21 10:00:00,Sign Repair\n");

        int exit = evaluate(cases, file("rules.csv", "type,rows_with_target,rule,n_days,exact_share\n" + rule + "\n"));

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).contains(line).contains(reason);
    }

    @Test
    void names_both_lines_of_a_type_with_two_rules() throws IOException {
        Path rules = file("rules.csv", RULES + "Rodents,9,calendar,31,1.0\n");

        int exit = evaluate(file("cases.csv", CASES_HEADER), rules);

        assertThat(exit).isEqualTo(1);
        assertThat(errors.toString()).contains("line 4", "line 3", "Rodents");
    }

    @Test
    void fails_when_there_is_nothing_to_compare_or_a_column_is_missing() throws IOException {
        Path rules = file("rules.csv", RULES);

        assertThat(evaluate(file("none.csv", CASES_HEADER), rules)).isEqualTo(1);
        assertThat(errors.toString()).contains("no case");
        assertThat(evaluate(file("columns.csv", "open_dt,type\n"), rules)).isEqualTo(1);
        assertThat(errors.toString()).contains("target_dt");
        assertThat(evaluate(directory.resolve("absent.csv"), rules)).isEqualTo(1);
        assertThat(errors.toString()).contains("there is no file");
    }

    @Test
    void reproduces_the_targets_of_a_real_city() throws IOException {
        Path cases = BOSTON.resolve("cases_2015_q1_q3.csv.gz");
        assumeTrue(Files.exists(cases), "skipped: no Boston cases in " + BOSTON.normalize());

        int exit = evaluate(cases, BOSTON.resolve("sla_rules_inferred.csv"));

        assertThat(exit).as(errors.toString()).isZero();
        JsonNode report =
                new ObjectMapper().readTree(directory.resolve("out.json").toFile());
        assertThat(report.get("exactShare").asDouble())
                .isGreaterThan(report.get("statedShare").asDouble());
        assertThat(report.get("rules")).hasSize(46);
    }

    private int evaluate(Path cases, Path rules) {
        return new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(output, true))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    errors.append(failure.getMessage());
                    return 1;
                })
                .execute(
                        "deadlines",
                        cases.toString(),
                        "--rules",
                        rules.toString(),
                        "--json",
                        directory.resolve("out.json").toString());
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}

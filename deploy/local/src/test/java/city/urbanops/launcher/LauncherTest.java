package city.urbanops.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class LauncherTest {

    @TempDir
    private Path home;

    private final StringWriter errors = new StringWriter();

    @BeforeEach
    void aWorkspaceOfItsOwn() {
        System.setProperty("urbanops.home", home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("urbanops.home");
    }

    @ParameterizedTest
    @CsvSource({
        "bogus,                          Unmatched argument",
        "up --http-port 0,               0 is no TCP port",
        "up --http-port 65536,           65536 is no TCP port",
        "up --service-port-base 65533,   65537 is no TCP port",
        "up --kafka-port many,           is not an int",
        "up --clock-offset 3days,        no ISO 8601 duration",
        "up extra,                       Unmatched argument",
        "backup,                         Missing required parameter",
        "status --json,                  Missing required",
    })
    void answers_wrong_usage_with_one_sentence_and_where_help_is(String line, String sentence) {
        // When
        int exitCode = execute(line.split(" ", -1));

        // Then
        assertThat(exitCode).isEqualTo(ExitCodes.USAGE);
        assertThat(errors.toString())
                .startsWith("urbanops: ")
                .contains(sentence)
                .contains("--help")
                .doesNotContain("\tat ");
    }

    @Test
    void says_that_nothing_runs_and_writes_so() throws Exception {
        // Given
        Path json = home.resolve("status.json");

        // When
        int exitCode = execute("status", "--json", json.toString());

        // Then
        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(Files.readString(json)).contains("\"ready\" : false");
    }

    @Test
    void down_is_done_when_nothing_runs() {
        assertThat(execute("down")).isEqualTo(ExitCodes.OK);
    }

    @Test
    void names_the_processes_there_are_when_asked_for_another() {
        // When
        int exitCode = execute("logs", "database");

        // Then
        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(errors.toString()).contains("no process database", "postgres", "case-intake", "gateway");
    }

    @Test
    void refuses_a_backup_of_nothing() {
        // When
        int exitCode = execute("backup", home.resolve("b.tar.gz").toString());

        // Then
        assertThat(exitCode).isEqualTo(ExitCodes.FAILED);
        assertThat(errors.toString()).contains("there is no data").doesNotContain("\tat ");
        assertThat(home.resolve("b.tar.gz")).doesNotExist();
    }

    private int execute(String... arguments) {
        CommandLine launcher = Launcher.commandLine();
        launcher.setErr(new PrintWriter(errors, true));
        return launcher.execute(arguments);
    }
}

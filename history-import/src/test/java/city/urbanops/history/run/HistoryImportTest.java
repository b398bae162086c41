package city.urbanops.history.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.contracts.ContractJson;
import city.urbanops.history.mapping.MappingFile;
import city.urbanops.history.mapping.RowReader;
import city.urbanops.history.run.Batch.Answered;
import city.urbanops.history.source.CsvRecords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryImportTest {

    private static final int ROWS = 4321;
    private static final String MAPPING = """
            {"sourceSystem": "old", "zone": "UTC", "dateFormats": ["yyyy-MM-dd"], "sourceId": {"column": "id"},
             "text": {"column": "text"}, "class": {"column": "text"}, "area": {"template": "450202"},
             "channel": {"template": "OPEN311"}, "phase": {"template": "HANDLING"}, "times": {"reported": "day"}}
            """;

    @TempDir
    private Path home;

    private final FakePlatform platform = new FakePlatform();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        var text = new StringBuilder("id,text,day\n");
        for (var i = 0; i < ROWS; i++) {
            text.append(i)
                    .append(",litter,")
                    .append(i % 1000 == 7 ? "someday" : "2020-01-01")
                    .append('\n');
        }
        file = Files.writeString(home.resolve("cases.csv"), text);
    }

    @Test
    void every_record_is_imported_unchanged_or_skipped() {
        var result = run(Long.MAX_VALUE);

        assertThat(result.read()).isEqualTo(ROWS);
        assertThat(result.imported()).isEqualTo(ROWS - 5).isEqualTo(platform.stored.size());
        assertThat(result.unchanged()).isZero();
        assertThat(result.skipped()).isEqualTo(Map.of("reported-unreadable", 5L));
    }

    @Test
    void a_second_run_changes_nothing() {
        run(Long.MAX_VALUE);

        var again = run(Long.MAX_VALUE);

        assertThat(again.imported()).isZero();
        assertThat(again.unchanged()).isEqualTo(ROWS - 5);
        assertThat(again.continuedAt()).isZero();
    }

    @Test
    void a_run_that_broke_off_goes_on_where_the_platform_last_answered() {
        platform.refuseAfter = 2000;
        assertThatThrownBy(() -> run(Long.MAX_VALUE))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no more room");
        platform.refuseAfter = Long.MAX_VALUE;
        var storedBefore = platform.stored.size();
        platform.taken = 0;

        var result = run(Long.MAX_VALUE);

        assertThat(result.continuedAt()).isBetween(1500L, 2004L);
        assertThat(platform.taken).isLessThanOrEqualTo(ROWS - result.continuedAt());
        assertThat(platform.stored).hasSize(ROWS - 5).hasSizeGreaterThan(storedBefore);
        assertThat(result.read()).isEqualTo(ROWS);
        assertThat(result.imported() + result.unchanged() + 5).isEqualTo(ROWS);
    }

    @Test
    void on_a_platform_that_lost_the_cases_it_begins_again() {
        platform.refuseAfter = 2000;
        assertThatThrownBy(() -> run(Long.MAX_VALUE)).isInstanceOf(CommandFailure.class);
        platform.refuseAfter = Long.MAX_VALUE;
        platform.stored.clear();

        var result = run(Long.MAX_VALUE);

        assertThat(result.continuedAt()).isZero();
        assertThat(result.imported()).isEqualTo(ROWS - 5);
    }

    @Test
    void a_limit_ends_it_early() {
        var result = run(1234);

        assertThat(result.read()).isEqualTo(1234);
        assertThat(result.imported()).isEqualTo(1234 - 2);
    }

    private ImportResult run(long limit) {
        try {
            var path = Files.writeString(home.resolve("mapping.json"), MAPPING);
            var mapping = MappingFile.of(path.toString());
            var note = ProgressNote.of(home, file, "old", mapping.text());
            try (var records = CsvRecords.open(file, StandardCharsets.UTF_8, ',')) {
                var rows = RowReader.of(mapping, records.columns());
                return new HistoryImport(platform, note, read -> {}).run(records, rows, "old", limit);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Keeps ids, as intake does. */
    private static final class FakePlatform implements Platform {

        private final Set<String> stored = new HashSet<>();
        private long refuseAfter = Long.MAX_VALUE;
        private long taken;

        @Override
        public CompletableFuture<Answered> take(byte[] body) {
            try {
                var cases = ContractJson.mapper().readTree(body).get("cases");
                if (stored.size() + cases.size() > refuseAfter) {
                    return CompletableFuture.failedFuture(new CommandFailure("no more room"));
                }
                var imported = 0;
                for (var told : cases) {
                    imported += stored.add(told.get("sourceId").asText()) ? 1 : 0;
                }
                taken += cases.size();
                return CompletableFuture.completedFuture(new Answered(imported, 0, cases.size() - imported, Map.of()));
            } catch (IOException broken) {
                return CompletableFuture.failedFuture(broken);
            }
        }

        @Override
        public long holds(String sourceSystem) {
            return stored.size();
        }
    }
}

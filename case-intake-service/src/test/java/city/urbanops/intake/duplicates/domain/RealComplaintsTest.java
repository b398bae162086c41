package city.urbanops.intake.duplicates.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The index against a comparison of every pair, on real complaints, which are not part of the project. */
class RealComplaintsTest {

    private static final Path REAL = Path.of("../../shared/data/hotline_messages/messages_raw_train.csv");

    @Test
    void the_index_finds_what_comparing_all_pairs_finds() throws IOException {
        assumeTrue(Files.exists(REAL), "no real complaints here: they are not part of the project");
        var rows = rows();
        var texts = rows.stream()
                .map(row -> row.getOrDefault("title", "") + row.getOrDefault("text", ""))
                .toList();
        var shingles = texts.stream().map(Shingles::of).toList();
        var prints = texts.stream().map(TextFingerprint::of).toList();
        var alike = 0;
        var found = 0;
        var sameCitizen = 0;
        for (var i = 0; i < texts.size(); i++) {
            for (var j = i + 1; j < texts.size(); j++) {
                if (shingles.get(i).likeness(shingles.get(j)) >= 0.6) {
                    alike++;
                    sameCitizen += rows.get(i).get("user").equals(rows.get(j).get("user")) ? 1 : 0;
                    found += prints.get(i).bands().stream()
                                    .anyMatch(prints.get(j).bands()::contains)
                            ? 1
                            : 0;
                }
            }
        }

        System.out.printf(
                "%d real complaints: %d pairs at least 60 %% alike, %d of them by one citizen, %d found by the index%n",
                texts.size(), alike, sameCitizen, found);
        assertThat(alike).isPositive();
        assertThat((double) found / alike).isGreaterThanOrEqualTo(0.9);
    }

    private static List<Map<String, String>> rows() throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(Files.readString(REAL).replace("\uFEFF", ""))) {
            return rows.readAll();
        }
    }
}

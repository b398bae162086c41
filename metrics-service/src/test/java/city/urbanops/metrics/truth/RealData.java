package city.urbanops.metrics.truth;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Data that is no part of the product: tests that need it are skipped where it is absent. */
final class RealData {

    private static final Path DATA = Path.of(System.getProperty("urbanops.root", "."), "..", "shared", "data");

    private RealData() {}

    static List<Map<String, String>> rows(String file) throws IOException {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "skipped: there is no " + path.normalize());
        try (var plain = Files.newInputStream(path);
                var stream = file.endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
            return rows(stream);
        }
    }

    static List<Map<String, String>> rows(InputStream stream) throws IOException {
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(stream)) {
            return rows.readAll();
        }
    }
}

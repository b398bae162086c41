package city.urbanops.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares generated text with the committed file; {@code -Dcontracts.approve=true} writes the file instead, for review in the diff. */
final class Approved {

    private Approved() {}

    static void assertMatches(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("contracts.approve")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(file)
                .as("%s differs from the records; run with -Dcontracts.approve=true and review the diff", file)
                .hasContent(generated);
    }
}

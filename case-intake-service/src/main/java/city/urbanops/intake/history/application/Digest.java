package city.urbanops.intake.history.application;

import city.urbanops.intake.history.domain.HistoricCase;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What a former system says of a case, in 22 characters: enough to tell a repetition from a change, too little to tell what it said. */
final class Digest {

    private static final int BYTES = 16;

    private Digest() {}

    static String of(HistoricCase told) {
        try {
            // a record's text names every component; whether an import is a repetition needs no more
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(told.toString().getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

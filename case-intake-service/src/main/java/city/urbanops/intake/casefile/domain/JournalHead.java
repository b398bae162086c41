package city.urbanops.intake.casefile.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a case's journal: each entry's seal covers the seal before it, so a changed, missing or exchanged entry shows (ADR 0029).
 *
 * @param length entries so far
 * @param seal the last entry's seal, 64 hexadecimal digits; {@link #START} of an empty journal
 */
public record JournalHead(int length, String seal) {

    /** What the first entry is chained to. */
    public static final String START = "0".repeat(64);

    /** A journal without entries. */
    public static final JournalHead EMPTY = new JournalHead(0, START);

    /** The entry that a step becomes behind this head. */
    public JournalEntry entry(UUID caseId, JournalStep step) {
        var exact = step.at(step.at().truncatedTo(ChronoUnit.MICROS)); // as the database keeps it
        var sequence = length + 1;
        return new JournalEntry(caseId, sequence, exact, seal(seal, caseId, sequence, exact));
    }

    /** The head once that entry is appended. */
    public static JournalHead after(JournalEntry entry) {
        return new JournalHead(entry.sequence(), entry.seal());
    }

    /** SHA-256 over the seal before and every field, each with its length in front, so that no two entries read the same. */
    static String seal(String before, UUID caseId, int sequence, JournalStep step) {
        var text = new StringBuilder();
        add(text, before);
        add(text, caseId.toString());
        add(text, Integer.toString(sequence));
        add(text, step.type());
        add(text, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, step.at())));
        add(text, step.actor());
        add(text, step.opinion());
        add(text, step.department());
        add(text, Boolean.toString(step.superseded()));
        add(text, step.eventId().toString());
        add(text, step.details());
        return HexFormat.of().formatHex(sha256(text.toString()));
    }

    private static void add(StringBuilder text, @Nullable String field) {
        if (field == null) {
            text.append("-;");
            return;
        }
        text.append(field.getBytes(StandardCharsets.UTF_8).length)
                .append(':')
                .append(field)
                .append(';');
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

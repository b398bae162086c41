package city.urbanops.history.run;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.contracts.ContractJson;
import city.urbanops.history.mapping.RowReader.Row;
import city.urbanops.history.mapping.ToldCase;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Cases that go to the platform together, and the records between them that do not. */
final class Batch {

    private static final int MOST_CASES = 500;

    /** The gateway takes 2 MB. */
    private static final int MOST_BYTES = 1 << 20;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(1 << 18);
    private final Map<String, Long> skipped = new TreeMap<>();
    private final Map<String, Long> oddities = new TreeMap<>();
    private long read;
    private int cases;

    Batch(String sourceSystem, @Nullable Instant asOf) {
        write("{\"sourceSystem\":\"" + sourceSystem + "\"" + (asOf == null ? "" : ",\"asOf\":\"" + asOf + "\"")
                + ",\"cases\":[");
    }

    /** Adds a record. */
    void add(Row row) {
        read++;
        var reason = row.skipped();
        if (reason != null) {
            skipped.merge(reason, 1L, Long::sum);
            return;
        }
        write(cases == 0 ? "" : ",");
        cases++;
        var told = Objects.requireNonNull(row.told());
        body.writeBytes(json(told));
        var odd = told.oddities();
        if (odd != null) {
            odd.forEach(what -> oddities.merge(what, 1L, Long::sum));
        }
    }

    boolean isFull() {
        return cases >= MOST_CASES || body.size() >= MOST_BYTES;
    }

    boolean isEmpty() {
        return read == 0;
    }

    boolean hasCases() {
        return cases > 0;
    }

    long read() {
        return read;
    }

    /** The request's body; to be called once. */
    byte[] body() {
        write("]}");
        return body.toByteArray();
    }

    /** All of its records, settled by what the platform answered. */
    Tally settled(Answered answer) {
        var reasons = new TreeMap<>(skipped);
        answer.skipped().forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        return new Tally(read, answer.imported(), answer.updated(), answer.unchanged(), reasons, oddities);
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] json(ToldCase told) {
        try {
            return ContractJson.mapper().writeValueAsBytes(told);
        } catch (JsonProcessingException impossible) {
            throw new CommandFailure("A record cannot be written as JSON.", impossible);
        }
    }

    /** What the platform did with a batch. */
    record Answered(long imported, long updated, long unchanged, Map<String, Long> skipped) {

        static final Answered NOTHING = new Answered(0, 0, 0, Map.of());
    }
}

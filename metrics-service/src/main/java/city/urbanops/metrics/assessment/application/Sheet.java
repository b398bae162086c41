package city.urbanops.metrics.assessment.application;

import city.urbanops.contracts.ContractJson;
import city.urbanops.metrics.assessment.domain.UnitScore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The scores of a period with all their reasons.
 *
 * @param state PROVISIONAL while nothing is published, then PUBLISHED
 * @param revision of the publication; absent before
 * @param digest SHA-256 of {@code units}: equal digests are equal scores for equal reasons
 * @param at when it was published, or computed
 * @param units by group and rank, each as {@link UnitScore} in JSON
 */
public record Sheet(
        String scheme,
        int version,
        String period,
        String state,
        @Nullable Integer revision,
        String digest,
        Instant at,
        JsonNode units) {

    static String write(List<UnitScore> scores) {
        try {
            return ContractJson.mapper().writeValueAsString(scores);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("scores cannot be written as JSON", e);
        }
    }

    static String digest(String units) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(units.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The same with one unit's score only. */
    public Sheet of(String unit) {
        var only = ContractJson.mapper().createArrayNode();
        units.forEach(each -> {
            if (each.path("unit").asText().equals(unit)) {
                only.add(each);
            }
        });
        return new Sheet(scheme, version, period, state, revision, digest, at, only);
    }

    /** Without the lines that explain each score. */
    public Sheet brief() {
        ArrayNode brief = ContractJson.mapper().createArrayNode();
        units.forEach(each -> {
            var row = each.deepCopy();
            ((com.fasterxml.jackson.databind.node.ObjectNode) row).remove(List.of("line", "entries"));
            brief.add(row);
        });
        return new Sheet(scheme, version, period, state, revision, digest, at, brief);
    }
}

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
import java.util.Set;
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

    private static final Set<String> REASONS = Set.of("line", "entries");

    static String write(List<UnitScore> scores) {
        try {
            return ContractJson.mapper().writeValueAsString(scores);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("scores cannot be written as JSON", e);
        }
    }

    static String digest(String units) {
        var hash = sha256();
        hash.update(units.getBytes(StandardCharsets.UTF_8));
        return hex(hash);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String hex(MessageDigest hash) {
        return HexFormat.of().formatHex(hash.digest());
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
            var row = brief.addObject();
            each.properties().stream()
                    .filter(field -> !REASONS.contains(field.getKey()))
                    .forEach(field -> row.set(field.getKey(), field.getValue()));
        });
        return new Sheet(scheme, version, period, state, revision, digest, at, brief);
    }
}

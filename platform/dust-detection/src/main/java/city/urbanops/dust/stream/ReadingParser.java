package city.urbanops.dust.stream;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.dust.DustReading;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body of a reading: numbers must be numbers, and what is required must be there. */
final class ReadingParser {

    private final ObjectReader reader = reader();

    private static ObjectReader reader() {
        var mapper = ContractJson.mapper().copy();
        mapper.enable(
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        // so that a NaN gets the reason it deserves
        mapper.configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature(), true);
        mapper.setConfig(mapper.getDeserializationConfig().without(MapperFeature.ALLOW_COERCION_OF_SCALARS));
        return mapper.readerFor(DustReading.class);
    }

    /** The reading, or nothing if it is none. */
    Optional<DustReading> parse(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(reader.<DustReading>readValue(body))
                    .filter(reading -> reading.deviceId() != null && reading.at() != null);
        } catch (IOException | RuntimeException notAReading) {
            return Optional.empty();
        }
    }
}

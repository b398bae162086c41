package city.urbanops.metrics.assessment.application;

import city.urbanops.metrics.assessment.domain.CompiledScheme;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The schemes that ship with the service, for tests. */
public final class ShippedSchemes {

    private ShippedSchemes() {}

    public static CompiledScheme compiled(String id) {
        var read = SchemeDocument.read(document(id));
        if (read.scheme() == null) {
            throw new AssertionError(id + ": " + read.errors());
        }
        return read.scheme();
    }

    public static ObjectNode document(String id) {
        try (var file = ShippedSchemes.class.getResourceAsStream("/schemes/" + id + ".json")) {
            return (ObjectNode) new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

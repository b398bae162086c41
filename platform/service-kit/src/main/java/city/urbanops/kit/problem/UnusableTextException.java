package city.urbanops.kit.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.Serial;

/** Text that no database column can hold, found while reading a request. */
public final class UnusableTextException extends JsonMappingException {

    @Serial
    private static final long serialVersionUID = 1;

    public UnusableTextException(JsonParser parser, String message) {
        super(parser, message);
    }
}

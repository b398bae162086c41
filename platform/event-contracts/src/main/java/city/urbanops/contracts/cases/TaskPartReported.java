package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assisting unit 协办单位 reported its part done; the lead unit, {@code department}, still owes the whole.
 *
 * @param context common to all events of a case
 * @param assistingUnit the unit that reported
 * @param opinion its words
 * @param media photos the actor took of the part done, as {@code urn:urbanops:media:<id>}; absent if there is none
 */
public record TaskPartReported(
        @JsonUnwrapped CaseContext context,
        String assistingUnit,
        @Nullable String opinion,
        @Nullable List<String> media)
        implements CaseEvent {

    public TaskPartReported {
        media = media == null ? null : List.copyOf(media);
    }

    /** One without photos. */
    public TaskPartReported(CaseContext context, String assistingUnit, @Nullable String opinion) {
        this(context, assistingUnit, opinion, null);
    }
}

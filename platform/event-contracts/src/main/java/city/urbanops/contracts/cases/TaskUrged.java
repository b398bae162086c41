package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the centre, or of a unit that delegated the task, pressed the unit to get on with it 催办; no clock moves.
 *
 * @param context common to all events of a case
 * @param times how often so far, this time included
 * @param opinion the words to the unit
 */
public record TaskUrged(
        @JsonUnwrapped CaseContext context,
        int times,
        @Nullable String opinion) implements CaseEvent {}

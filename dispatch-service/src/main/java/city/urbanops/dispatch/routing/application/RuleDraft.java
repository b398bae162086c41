package city.urbanops.dispatch.routing.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a matrix somebody hands in, not checked yet. Which fields are mandatory and what they may hold says {@link CheckMatrix}.
 *
 * @param at where it stands in the upload, for example {@code line 12}
 * @param ruleId unique
 * @param classPattern a class code or the beginning of one
 * @param conditionCode empty for any
 * @param areaCode an area code or the beginning of one; empty for the whole city
 * @param leadUnit the unit that gets the task
 * @param assistingUnits units that help; may be empty
 * @param source the principle behind the row
 * @param expression CEL; empty for any case
 * @param effectiveFrom ISO date; empty for always
 * @param effectiveUntil ISO date; empty for ever
 * @param discoveryLimit natural time from discovery, for example {@code 24uh}; empty for none
 * @param limitReason where that limit comes from
 */
public record RuleDraft(
        String at,
        @Nullable String ruleId,
        @Nullable String classPattern,
        @Nullable String conditionCode,
        @Nullable String areaCode,
        @Nullable String leadUnit,
        List<String> assistingUnits,
        @Nullable String source,
        @Nullable String expression,
        @Nullable String effectiveFrom,
        @Nullable String effectiveUntil,
        @Nullable String discoveryLimit,
        @Nullable String limitReason) {

    public RuleDraft {
        assistingUnits = List.copyOf(assistingUnits);
    }
}

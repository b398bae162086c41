package city.urbanops.dispatch.routing.api;

import city.urbanops.dispatch.routing.application.RuleDraft;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A whole matrix.
 *
 * @param rules every rule
 */
public record MatrixRequest(@NotNull List<@NotNull Rule> rules) {

    /** One rule; the columns of the CSV. */
    public record Rule(
            @Nullable String ruleId,
            @Nullable String classPattern,
            @Nullable String conditionCode,
            @Nullable String areaCode,
            @Nullable String leadUnit,
            @Nullable List<@NotNull String> assistingUnits,
            @Nullable String source,
            @Nullable String expression,
            @Nullable String effectiveFrom,
            @Nullable String effectiveUntil,
            @Nullable String discoveryLimit,
            @Nullable String limitReason) {

        private RuleDraft draft(int index) {
            return new RuleDraft(
                    "rules[%d]".formatted(index),
                    ruleId,
                    classPattern,
                    conditionCode,
                    areaCode,
                    leadUnit,
                    assistingUnits == null ? List.of() : assistingUnits,
                    source,
                    expression,
                    effectiveFrom,
                    effectiveUntil,
                    discoveryLimit,
                    limitReason);
        }
    }

    List<RuleDraft> drafts() {
        return IntStream.range(0, rules.size())
                .mapToObj(i -> rules.get(i).draft(i))
                .toList();
    }
}

package city.urbanops.intake.casefile.domain;

import java.util.List;

/**
 * What the checker saw when laying the photos from before and after the handling side by side.
 *
 * @param before photos of the report
 * @param after photos of the handling or of the check
 * @param samePlace they show the same place
 * @param closingConditionMet what the filing standard asks for before closing is there 结案条件
 */
public record PhotoComparison(List<String> before, List<String> after, boolean samePlace, boolean closingConditionMet) {

    public PhotoComparison {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }
}

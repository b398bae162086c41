package city.urbanops.intake.casefile.domain;

import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.Decision.Accepted;
import java.util.List;

/**
 * What becomes of a report whose class, once it is known, shows that it repeats an open case: it follows that one instead of being filed,
 * as it would have from the beginning, and gets no task. It keeps the class, so that unlinking files it under that.
 */
final class LateLink {

    private LateLink() {}

    static Accepted accepted(CaseFile file, FilingRow row, Linked link) {
        return new Accepted(file.classed(row.classCode()).linkedTo(link.parent()), List.of(link));
    }
}

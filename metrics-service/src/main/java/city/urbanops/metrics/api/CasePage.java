package city.urbanops.metrics.api;

import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.application.CaseQuery.After;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pages of cases behind a figure: by date and id, read on behind the last. */
public final class CasePage {

    private CasePage() {}

    /**
     * Where to read on.
     *
     * @throws ProblemException 400 for the cursor of another list
     */
    public static Optional<After> after(PageRequest page) {
        return page.after()
                .map(place -> after(place.parts().get(0), place.parts().get(1)));
    }

    /** The page of the cases read for it, which may be one more than it holds. */
    public static Page<IndicatorView.Case> of(List<CountedCase> rows, PageRequest page) {
        return Page.of(
                rows.stream().map(IndicatorView.Case::of).toList(),
                page,
                row -> Cursor.of(row.countedOn(), row.caseId()));
    }

    private static After after(String day, String caseId) {
        try {
            return new After(LocalDate.parse(day), UUID.fromString(caseId));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw QueryChecks.invalid("cursor", "is not a cursor of this list");
        }
    }
}

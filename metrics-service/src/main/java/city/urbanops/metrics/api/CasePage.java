package city.urbanops.metrics.api;

import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.Page;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.application.CaseQuery.After;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import java.util.List;
import java.util.Optional;

/** Pages of cases behind a figure: by date and id, read on behind the last. */
public final class CasePage {

    private CasePage() {}

    /**
     * Where to read on.
     *
     * @throws ProblemException 400 for the cursor of another list
     */
    public static Optional<After> after(PageRequest page) {
        return page.after().map(place -> new After(place.day(0), place.id(1)));
    }

    /** The page of the cases read for it, which may be one more than it holds. */
    public static Page<IndicatorView.Case> of(List<CountedCase> rows, PageRequest page) {
        return Page.of(
                rows.stream().map(IndicatorView.Case::of).toList(),
                page,
                row -> Cursor.of(row.countedOn(), row.caseId()));
    }
}

package city.urbanops.evaluation.dispatch;

import city.urbanops.classifier.Scheme;
import city.urbanops.classifier.Settings;
import city.urbanops.evaluation.CsvRows;
import java.util.function.Function;

/** How one city writes its cases, and which facts it makes sense to look at together there. */
interface CaseFormat {

    /** Which contexts the model remembers. */
    Scheme scheme();

    /** How it is trained. */
    Settings settings();

    /**
     * Looks up the columns once and returns what reads a row; a row that cannot be read makes it throw an
     * {@link IllegalArgumentException} saying why.
     */
    Function<CsvRows.Row, PastCase> reader(CsvRows rows);
}

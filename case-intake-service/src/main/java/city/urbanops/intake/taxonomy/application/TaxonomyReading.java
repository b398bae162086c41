package city.urbanops.intake.taxonomy.application;

import city.urbanops.contracts.reference.TaxonomyDocument;
import java.util.List;
import java.util.Optional;

/**
 * What reading a table of standards gave.
 *
 * @param document absent if there is an error
 * @param errors what makes the table unusable, in the order of its lines
 * @param warnings what was decided for the reader
 */
public record TaxonomyReading(Optional<TaxonomyDocument> document, List<Remark> errors, List<Remark> warnings) {

    public TaxonomyReading {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /** How many classes were read; 0 if the table cannot be used. */
    public int classes() {
        return document.map(read -> read.classes().size()).orElse(0);
    }

    /** How many filing conditions were read; 0 if the table cannot be used. */
    public int conditions() {
        return document.stream()
                .flatMap(read -> read.classes().stream())
                .mapToInt(known -> known.conditions().size())
                .sum();
    }

    /**
     * A remark on one place of the table.
     *
     * @param line 1 is the header; 0 stands for the whole table
     * @param column the column's name in that table
     */
    public record Remark(int line, String column, String message) {

        /** Where it is, as a field name of a problem. */
        public String field() {
            return line == 0 ? column : "line " + line + ", " + column;
        }
    }
}

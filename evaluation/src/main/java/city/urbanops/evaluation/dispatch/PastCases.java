package city.urbanops.evaluation.dispatch;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.evaluation.CsvRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All cases of a file in the order of their opening.
 *
 * @param unreadable rows left out
 * @param firstUnreadable the first of them, each with its line and what is wrong
 */
record PastCases(List<PastCase> cases, int unreadable, List<String> firstUnreadable) {

    private static final int NAMED = 5;

    PastCases {
        cases = List.copyOf(cases);
        firstUnreadable = List.copyOf(firstUnreadable);
    }

    /** @throws CommandFailure when the file cannot be read or not one row of it can */
    static PastCases read(Path file, CaseFormat format) {
        List<PastCase> cases = new ArrayList<>();
        List<String> named = new ArrayList<>();
        int unreadable = 0;
        try (CsvRows rows = CsvRows.open(file)) {
            Function<CsvRows.Row, PastCase> reader = format.reader(rows);
            Optional<CsvRows.Row> row = rows.next();
            while (row.isPresent()) {
                try {
                    cases.add(reader.apply(row.get()));
                } catch (IllegalArgumentException wrong) {
                    unreadable++;
                    if (named.size() < NAMED) {
                        named.add("%s line %d %s"
                                .formatted(file.getFileName(), row.get().line(), wrong.getMessage()));
                    }
                }
                row = rows.next();
            }
        }
        if (cases.isEmpty()) {
            throw new CommandFailure(
                    file + " has no case that can be read" + (named.isEmpty() ? "" : "; " + named.get(0)));
        }
        cases.sort(Comparator.comparing(past -> past.facts().at()));
        return new PastCases(cases, unreadable, named);
    }
}

package city.urbanops.evaluation.dispatch;

import city.urbanops.classifier.CaseFacts;
import city.urbanops.classifier.Scheme;
import city.urbanops.classifier.Settings;
import city.urbanops.evaluation.CsvRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Citizens' messages, segmented into words, each with one of seven classes. They have no date and no other facts. */
record Messages() implements CaseFormat {

    @Override
    public Scheme scheme() {
        return Scheme.of(List.of(), List.of());
    }

    @Override
    public Settings settings() {
        return Settings.undated();
    }

    @Override
    public Function<CsvRows.Row, PastCase> reader(CsvRows rows) {
        int tokens = rows.column("tokens");
        int answer = rows.column("label1");
        return row -> {
            String label = row.at(answer).strip();
            if (label.isEmpty()) {
                throw new IllegalArgumentException("has no label1");
            }
            return new PastCase(new CaseFacts(Instant.EPOCH, Map.of(), row.at(tokens)), label, label);
        };
    }
}

package city.urbanops.evaluation.dispatch;

import city.urbanops.classifier.CaseFacts;
import city.urbanops.classifier.Scheme;
import city.urbanops.classifier.Settings;
import city.urbanops.evaluation.CsvRows;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Appeals of Pingshan, Shenzhen. Known at filing: the three-level type, street and community, channel, kind of appeal, date. Not
 * known: whether it was closed in time and how often it was handled. The units were renamed in October 2018 without a change of
 * duties; their codes stayed, so the model learns codes and answers with the code's newest name.
 */
record Pingshan() implements CaseFormat {

    private static final ZoneId SHENZHEN = ZoneId.of("Asia/Shanghai");
    private static final List<String> COPIED =
            List.of("type", "main_type", "sub_type", "street", "community", "source", "property");

    private static final Scheme SCHEME = Scheme.of(
            List.of(
                    "type",
                    "main_type",
                    "sub_type",
                    "street",
                    "community",
                    "source",
                    "property",
                    "type+street",
                    "type+community",
                    "main_type+street",
                    "main_type+community",
                    "sub_type+street",
                    "sub_type+community",
                    "type+source",
                    "main_type+source",
                    "sub_type+source",
                    "source+street",
                    "source+community",
                    "type+source+street",
                    "main_type+source+street",
                    "main_type+source+community",
                    "sub_type+source+street",
                    "sub_type+source+community",
                    "sub_type+property"),
            List.of("main_type", "sub_type", "community", "source", "sub_type+street"));

    @Override
    public Scheme scheme() {
        return SCHEME;
    }

    @Override
    public Settings settings() {
        return Settings.usual();
    }

    @Override
    public Function<CsvRows.Row, PastCase> reader(CsvRows rows) {
        Map<String, Integer> copied = new HashMap<>();
        COPIED.forEach(name -> copied.put(name, rows.column(name)));
        int created = rows.column("create_date");
        int code = rows.column("dispose_unit_id");
        int unit = rows.column("dispose_unit");
        return row -> {
            Map<String, String> facts = new HashMap<>();
            copied.forEach((name, column) -> facts.put(name, row.at(column).strip()));
            String name = row.at(unit).strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("has no dispose_unit");
            }
            String number = row.at(code).strip();
            return new PastCase(
                    new CaseFacts(date(row.at(created)).atStartOfDay(SHENZHEN).toInstant(), facts, ""),
                    number.isEmpty() ? name : number,
                    name);
        };
    }

    private static LocalDate date(String value) {
        try {
            return LocalDate.parse(value.strip());
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("has no create_date but “" + value + "”", unreadable);
        }
    }
}

package city.urbanops.intake.taxonomy.application;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The layouts a table of standards may have, told apart by its header; further columns are left alone. */
enum TaxonomyColumns {
    /** Our own, as exported. */
    OWN {
        @Override
        Set<String> required() {
            return Set.of(
                    "class_code",
                    "major_zh",
                    "major_en",
                    "minor_zh",
                    "minor_en",
                    "condition_code",
                    "condition_zh",
                    "condition_en",
                    "closing_zh",
                    "closing_en",
                    "time_limit",
                    "default",
                    "urgent");
        }

        @Override
        TaxonomyRow row(int line, Map<String, String> row) {
            return new TaxonomyRow(
                    line,
                    text(row, "class_code"),
                    text(row, "major_zh"),
                    text(row, "major_en"),
                    text(row, "minor_zh"),
                    text(row, "minor_en"),
                    text(row, "condition_code"),
                    text(row, "condition_zh"),
                    text(row, "condition_en"),
                    text(row, "closing_zh"),
                    text(row, "closing_en"),
                    text(row, "time_limit"),
                    text(row, "default"),
                    text(row, "urgent"),
                    row.get("responsible"));
        }
    },

    /** A city's printed standard 立案结案规范: one language, conditions in their order, limits in words. */
    CITY_TABLE {
        @Override
        Set<String> required() {
            return Set.of(
                    "kind",
                    "major_code",
                    "major",
                    "minor_code",
                    "minor",
                    "case_condition",
                    "closing_condition",
                    "time_limit");
        }

        @Override
        TaxonomyRow row(int line, Map<String, String> row) {
            var limit = text(row, "time_limit");
            return new TaxonomyRow(
                    line,
                    kind(text(row, "kind")) + text(row, "major_code") + text(row, "minor_code"),
                    text(row, "major"),
                    text(row, "major"),
                    text(row, "minor"),
                    text(row, "minor"),
                    null,
                    text(row, "case_condition"),
                    text(row, "case_condition"),
                    text(row, "closing_condition"),
                    text(row, "closing_condition"),
                    limit,
                    null,
                    Boolean.toString(limit.contains("紧急")),
                    responsible(row));
        }
    };

    /** For the message when a header is neither. */
    static final String KNOWN = "class_code, … or kind, major_code, …";

    /** The layout of a header; empty if it is none of ours. */
    static Optional<TaxonomyColumns> of(Set<String> header) {
        for (var layout : values()) {
            if (header.containsAll(layout.required())) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    /** The columns without which it is not this layout. */
    abstract Set<String> required();

    abstract TaxonomyRow row(int line, Map<String, String> row);

    private static String kind(String word) {
        return switch (word) {
            case "部件", "PART", "P" -> "P";
            case "事件", "EVENT", "E" -> "E";
            default -> "?";
        };
    }

    private static @Nullable String responsible(Map<String, String> row) {
        return row.containsKey("responsible") ? row.get("responsible") : row.get("handling_unit");
    }

    private static String text(Map<String, String> row, String column) {
        var value = row.get(column);
        return value == null ? "" : value.strip();
    }
}

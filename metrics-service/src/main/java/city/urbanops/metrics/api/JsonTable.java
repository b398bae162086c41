package city.urbanops.metrics.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Any JSON answer as a table: one row for each of its items, or one for the whole answer; members of objects become columns named by their
 * path, lists of plain values are joined, and other lists stand as JSON.
 */
final class JsonTable {

    private final LinkedHashSet<String> headings = new LinkedHashSet<>();
    private final List<Map<String, String>> rows = new ArrayList<>();

    private JsonTable() {}

    static Spreadsheet of(String name, JsonNode answer) {
        var table = new JsonTable();
        var items = answer.isArray() ? answer : answer.path("items").isArray() ? answer.path("items") : null;
        if (items == null) {
            table.add(answer);
        } else {
            items.forEach(table::add);
        }
        var columns = List.copyOf(table.headings);
        return new Spreadsheet(
                name,
                List.of(),
                columns,
                table.rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> row.getOrDefault(column, ""))
                                .toList())
                        .toList());
    }

    private void add(JsonNode item) {
        var row = new LinkedHashMap<String, String>();
        put("", item, row);
        headings.addAll(row.keySet());
        rows.add(row);
    }

    private static void put(String path, JsonNode node, Map<String, String> row) {
        if (node.isObject()) {
            node.properties()
                    .forEach(member -> put(
                            path.isEmpty() ? member.getKey() : path + "." + member.getKey(), member.getValue(), row));
        } else {
            row.put(path.isEmpty() ? "value" : path, text(node));
        }
    }

    private static String text(JsonNode node) {
        if (!node.isArray()) {
            return node.isNull() ? "" : plain(node);
        }
        var texts = new ArrayList<String>();
        for (var element : node) {
            if (element.isContainerNode()) {
                return node.toString();
            }
            texts.add(plain(element));
        }
        return String.join("; ", texts);
    }

    /** A decimal is written out: as a text of its own 3000 would be 3E+3. */
    private static String plain(JsonNode node) {
        return node.isBigDecimal() ? node.decimalValue().toPlainString() : node.asText();
    }
}

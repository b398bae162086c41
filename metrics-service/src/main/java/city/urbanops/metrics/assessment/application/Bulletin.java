package city.urbanops.metrics.assessment.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A sheet as a bureau prints it 通报: a title, a table of units by group and rank, and apart those that could not be evaluated.
 *
 * @param title scheme and period
 * @param note version, revision, state and digest, so that a printed page can be checked
 * @param parts titles of the scheme's first level, one column each
 * @param rows evaluated units
 * @param notEvaluated units without a score, each with the reason
 */
public record Bulletin(String title, String note, List<String> parts, List<Row> rows, List<NotEvaluated> notEvaluated) {

    /** One unit. */
    public record Row(String group, String rank, String unit, String score, String grade, List<String> points) {}

    /** One unit without a score. */
    public record NotEvaluated(String unit, String reason) {}

    public Bulletin {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
        notEvaluated = List.copyOf(notEvaluated);
    }

    /** Every column's heading. */
    public List<String> headings() {
        var headings = new ArrayList<>(List.of("组别 group", "名次 rank", "单位 unit", "得分 score", "等级 grade"));
        headings.addAll(parts);
        return headings;
    }

    /** Every column of a row. */
    public static List<String> cells(Row row) {
        var cells = new ArrayList<>(List.of(row.group(), row.rank(), row.unit(), row.score(), row.grade()));
        cells.addAll(row.points());
        return cells;
    }

    public static Bulletin of(Sheet sheet, String titleZh) {
        var parts = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        var apart = new ArrayList<NotEvaluated>();
        for (var unit : sheet.units()) {
            var line = unit.path("line");
            if (parts.isEmpty()) {
                line.path("parts")
                        .forEach(part -> parts.add(part.path("titleZh").asText()));
            }
            if (unit.hasNonNull("score")) {
                rows.add(row(unit, line));
            } else {
                apart.add(new NotEvaluated(
                        unit.path("unit").asText(), line.path("reason").asText()));
            }
        }
        var note = "version %d, %s%s, sha-256 %s"
                .formatted(
                        sheet.version(),
                        sheet.state(),
                        sheet.revision() == null ? "" : " revision " + sheet.revision(),
                        sheet.digest());
        return new Bulletin(titleZh + " " + sheet.period(), note, parts, rows, apart);
    }

    private static Row row(JsonNode unit, JsonNode line) {
        var points = new ArrayList<String>();
        line.path("parts").forEach(part -> points.add(part.path("points").asText("")));
        return new Row(
                unit.path("group").asText(),
                unit.path("rank").asText(),
                unit.path("unit").asText(),
                unit.path("score").asText(),
                unit.path("grade").asText(""),
                points);
    }
}

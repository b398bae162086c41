package city.urbanops.dispatch.notice.domain;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places to fill in: {@code {case}}, {@code {class}}, {@code {area}}, {@code {unit}}, {@code {due}}. */
public record MessageText(String template) {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String UNKNOWN = "—";

    /** The text for one unit; a place nothing is known for becomes a dash, an unknown place stays as it is. */
    public String of(TaskNotice notice, String caseNumber, String unitName, ZoneId zone) {
        Map<String, String> places = Map.of(
                "case",
                caseNumber,
                "class",
                notice.classCode(),
                "area",
                notice.areaCode(),
                "unit",
                unitName,
                "due",
                notice.dueAt() == null ? UNKNOWN : LOCAL.format(notice.dueAt().atZone(zone)));
        return PLACE.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(places.getOrDefault(match.group(1), match.group())));
    }
}

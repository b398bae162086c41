package city.urbanops.evaluation.dispatch;

import city.urbanops.classifier.CaseFacts;
import city.urbanops.classifier.Scheme;
import city.urbanops.classifier.Settings;
import city.urbanops.evaluation.CsvRows;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Boston's 311 cases. Known at filing: what is reported (type, which fixes reason and subject), where, by which channel, when. Not
 * known: anything about the closing, the on-time label and the status; the target, because it follows from the queue; and of queue
 * and department the one that is not asked for, since whoever knows the queue knows the department.
 *
 * @param target the column asked for: {@code department} or {@code queue}
 */
record Boston311(String target) implements CaseFormat {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("^[0-9][0-9A-Za-z\\-/]* +");
    private static final int HOURS_A_SHIFT = 3;
    private static final List<String> COPIED = List.of(
            "type",
            "reason",
            "subject",
            "source",
            "neighborhood",
            "pwd_district",
            "city_council_district",
            "police_district",
            "location");

    private static final Scheme SCHEME = Scheme.of(
            List.of(
                    "type",
                    "reason",
                    "subject",
                    "source",
                    "neighborhood",
                    "pwd_district",
                    "city_council_district",
                    "police_district",
                    "street",
                    "kilometre",
                    "block",
                    "location",
                    "type+source",
                    "type+pwd_district",
                    "type+neighborhood",
                    "type+city_council_district",
                    "type+police_district",
                    "type+source+pwd_district",
                    "type+source+neighborhood",
                    "type+source+placed",
                    "type+street",
                    "type+source+street",
                    "type+kilometre",
                    "type+block",
                    "type+location",
                    "type+shift",
                    "type+source+shift",
                    "type+weekend",
                    "reason+pwd_district",
                    "reason+police_district",
                    "reason+street",
                    "reason+kilometre",
                    "reason+block",
                    "subject+neighborhood",
                    "subject+street",
                    "subject+kilometre",
                    "subject+block"),
            List.of("type", "type+source", "type+pwd_district", "type+neighborhood", "type+source+pwd_district"));

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
        int opened = rows.column("open_dt");
        int latitude = rows.column("latitude");
        int longitude = rows.column("longitude");
        int answer = rows.column(target);
        return row -> {
            LocalDateTime at = time(row.at(opened));
            Map<String, String> facts = new HashMap<>();
            copied.forEach((name, column) -> facts.put(name, plain(row.at(column))));
            place(facts, row.at(latitude), row.at(longitude));
            facts.put("shift", Integer.toString(at.getHour() / HOURS_A_SHIFT));
            facts.put("weekend", Boolean.toString(at.getDayOfWeek().getValue() > 5));
            String label = row.at(answer).strip();
            if (label.isEmpty()) {
                throw new IllegalArgumentException("has no " + target);
            }
            return new PastCase(new CaseFacts(at.atZone(BOSTON).toInstant(), facts, ""), label, label);
        };
    }

    /** Squares of about 1 km and 250 m: borders of duties rarely follow the districts the file names. */
    private static void place(Map<String, String> facts, String latitude, String longitude) {
        String location = facts.getOrDefault("location", "");
        facts.put("street", HOUSE_NUMBER.matcher(location).replaceFirst(""));
        facts.put("placed", Boolean.toString(!location.isEmpty()));
        if (latitude.isBlank() || longitude.isBlank()) {
            return;
        }
        try {
            double north = Double.parseDouble(latitude);
            double east = Double.parseDouble(longitude);
            facts.put("kilometre", Math.round(north * 100) + "," + Math.round(east * 100));
            facts.put("block", Math.round(north * 400) + "," + Math.round(east * 300));
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException("has no position but " + latitude + "," + longitude, noNumber);
        }
    }

    /** Some exports write districts as 8 and others as 8.0. */
    private static String plain(String value) {
        String stripped = value.strip();
        return stripped.endsWith(".0") ? stripped.substring(0, stripped.length() - 2) : stripped;
    }

    private static LocalDateTime time(String value) {
        try {
            return LocalDateTime.parse(value.strip(), TIME);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("has no open_dt but “" + value + "”", unreadable);
        }
    }
}

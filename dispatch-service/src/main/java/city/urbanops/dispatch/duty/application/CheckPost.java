package city.urbanops.dispatch.duty.application;

import city.urbanops.dispatch.duty.domain.DutyHours;
import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.geography.AreaIndex;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks one row of a roster; messages never repeat what may be somebody's number. */
final class CheckPost {

    private static final Pattern POST_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");
    private static final Pattern PHONE = Pattern.compile("[+0-9][0-9 ()-]{2,39}");
    private static final Pattern MAIL =
            Pattern.compile("[^\\s@<>(),:;\"\\[\\]\\\\]{1,64}@[^\\s@<>(),:;\"\\[\\]\\\\]{1,130}");
    private static final int LONGEST_NAME = 100;
    private static final int SHORTEST_DAY = 3;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final AreaIndex areas;
    private final PostDraft draft;
    private final List<String> errors = new ArrayList<>();

    private CheckPost(AreaIndex areas, PostDraft draft) {
        this.areas = areas;
        this.draft = draft;
    }

    /**
     * A row as read.
     *
     * @param post absent when there are errors
     * @param errors each begins with the column
     */
    record Checked(@Nullable DutyPost post, List<String> errors) {}

    static Checked check(AreaIndex areas, PostDraft draft) {
        CheckPost check = new CheckPost(areas, draft);
        DutyPost post = check.post();
        return new Checked(check.errors.isEmpty() ? post : null, check.errors);
    }

    private DutyPost post() {
        String postId = text(draft.postId());
        require(POST_ID.matcher(postId).matches(), "post_id: is letters, digits, '.', '_' and '-', at most 60");
        String area = orNull(draft.areaCode());
        require(area == null || areas.contains(area), "area_code: '%s' is not an area".formatted(area));
        String hours = text(draft.hours());
        readHours(hours);
        LocalDate from = date("effective_from", draft.effectiveFrom());
        LocalDate until = date("effective_until", draft.effectiveUntil());
        require(from == null || until == null || !until.isBefore(from), "effective_until: lies before effective_from");
        return new DutyPost(postId, kind(), area, weekdays(), hours, holidays(), contact(), from, until);
    }

    private DutyPost.Kind kind() {
        String name = text(draft.kind());
        for (DutyPost.Kind kind : DutyPost.Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        errors.add("kind: is FIXED_POST, VEHICLE_PATROL or DUTY_ROOM, not '%s'".formatted(name));
        return DutyPost.Kind.DUTY_ROOM;
    }

    private void readHours(String hours) {
        try {
            DutyHours.parse(hours);
        } catch (IllegalArgumentException broken) {
            errors.add("hours: " + broken.getMessage());
        }
    }

    private boolean holidays() {
        String text = text(draft.holidays()).toLowerCase(Locale.ROOT);
        boolean yes = Set.of("yes", "true").contains(text);
        require(yes || Set.of("", "no", "false").contains(text), "holidays: is yes or no");
        return yes;
    }

    private @Nullable List<DayOfWeek> weekdays() {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : draft.weekdays()) {
            List<@Nullable DayOfWeek> ends =
                    Arrays.stream(part.split("-", -1)).map(CheckPost::day).toList();
            DayOfWeek first = ends.get(0);
            DayOfWeek last = ends.get(ends.size() - 1);
            if (ends.size() > 2 || first == null || last == null) {
                errors.add("weekdays: are written MON;WED or MON-FRI, not '%s'".formatted(part));
                return null;
            }
            for (DayOfWeek day = first; day != last; day = day.plus(1)) {
                days.add(day);
            }
            days.add(last);
        }
        return days.isEmpty() ? null : List.copyOf(days);
    }

    private static @Nullable DayOfWeek day(String text) {
        String name = text.strip().toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name.equals(day.name()) || name.equals(day.name().substring(0, SHORTEST_DAY))) {
                return day;
            }
        }
        return null;
    }

    private DutyPost.Contact contact() {
        DutyPost.Contact written = draft.contact();
        String name = orNull(written.name());
        String phone = orNull(written.phone());
        String email = orNull(written.email());
        require(name == null || name.length() <= LONGEST_NAME, "name: is at most 100 characters");
        require(phone == null || PHONE.matcher(phone).matches(), "phone: is not a telephone number");
        require(email == null || MAIL.matcher(email).matches(), "email: is not a mail address");
        return new DutyPost.Contact(name, phone, email);
    }

    private @Nullable LocalDate date(String column, @Nullable String text) {
        String date = orNull(text);
        if (date == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(date);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException notADate) {
            // the same answer as for a day of another century
        }
        errors.add("%s: '%s' is not a date such as 2026-01-31".formatted(column, date));
        return null;
    }

    private void require(boolean holds, String error) {
        if (!holds) {
            errors.add(error);
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}

package city.urbanops.dispatch.duty.domain;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of a post: {@code 06:00-09:00,17:00-22:00}, and over midnight {@code 22:00-06:00}, which belong to the day they begin on.
 * Working slots end on their own day, so they cannot say this.
 *
 * @param spans in ascending order, without overlap; one or more
 */
public record DutyHours(List<Span> spans) {

    static final int DAY = 24 * 60;

    private static final Pattern SPAN =
            Pattern.compile("\\s*([01]\\d|2[0-3]):([0-5]\\d)\\s*-\\s*([01]\\d|2[0-3]):([0-5]\\d)\\s*");
    private static final int LONGEST_TEXT = 200;

    public DutyHours {
        spans = List.copyOf(spans);
    }

    /**
     * A stretch of duty in minutes since the midnight its day began with.
     *
     * @param from inclusive, below a day
     * @param to exclusive, after {@code from} by at most a day: beyond a day it is the morning after
     */
    public record Span(int from, int to) {

        boolean includes(int minute) {
            return from <= minute && minute < to;
        }

        boolean meets(Span other) {
            return from < other.to && other.from < to;
        }
    }

    /**
     * Reads hours; the same time twice is the whole day round.
     *
     * @throws IllegalArgumentException when they are not written so, or overlap
     */
    public static DutyHours parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("hours are at most %d characters".formatted(LONGEST_TEXT));
        }
        List<Span> spans = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            spans.add(span(part));
        }
        spans.sort(Comparator.comparingInt(Span::from));
        for (int i = 0; i < spans.size(); i++) {
            Span next = i + 1 < spans.size()
                    ? spans.get(i + 1)
                    : new Span(spans.get(0).from() + DAY, spans.get(0).to() + DAY);
            if (spans.get(i).meets(next)) {
                throw new IllegalArgumentException("the hours '%s' overlap".formatted(text));
            }
        }
        return new DutyHours(spans);
    }

    private static Span span(String text) {
        Matcher times = SPAN.matcher(text);
        if (!times.matches()) {
            throw new IllegalArgumentException("hours are written 06:00-09:00,17:00-22:00, not '%s'".formatted(text));
        }
        int from = minutes(times.group(1), times.group(2));
        int to = minutes(times.group(3), times.group(4));
        return new Span(from, to > from ? to : to + DAY);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    /** The minute of a day at which duty that holds at the given minute ends; empty where nobody is on duty. */
    Optional<Integer> endAt(int minute) {
        return spans.stream()
                .filter(span -> span.includes(minute))
                .map(Span::to)
                .findFirst();
    }

    static int minuteOf(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }
}

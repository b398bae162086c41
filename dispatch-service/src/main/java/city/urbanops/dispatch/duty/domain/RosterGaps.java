package city.urbanops.dispatch.duty.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The hours of a week in which nobody is on duty for all the unit answers for. Urgent items 急要件 run day and night (DOMAIN §5.1), so every
 * hour counts; a post of one area closes no gap, for the rest has nobody.
 */
public final class RosterGaps {

    private record Ready(DutyPost post, DutyWeek week) {}

    private final List<Ready> posts;

    private RosterGaps(List<Ready> posts) {
        this.posts = posts;
    }

    /**
     * The gaps as sentences, one for each stretch of days in which the same posts are in force; empty when there is always somebody.
     *
     * @param unitArea the area the unit answers for: a post of that area or of one around it is one for everything
     * @param today days before it are not looked at
     */
    public static List<String> of(List<DutyPost> posts, String unitArea, LocalDate today) {
        List<Ready> forAll = posts.stream()
                .filter(post -> post.covers(unitArea))
                .map(post -> new Ready(post, DutyWeek.of(post)))
                .toList();
        return new RosterGaps(forAll).sentences(today);
    }

    private List<String> sentences(LocalDate today) {
        List<String> sentences = new ArrayList<>();
        List<LocalDate> starts = starts(today);
        for (int i = 0; i < starts.size(); i++) {
            LocalDate from = starts.get(i);
            String days = i + 1 < starts.size()
                    ? "from %s to %s".formatted(from, starts.get(i + 1).minusDays(1))
                    : "from %s on".formatted(from);
            String ordinary = gaps(from, false);
            if (!ordinary.isEmpty()) {
                sentences.add("Nobody is on duty for urgent items %s: %s".formatted(days, ordinary));
            }
            String daysOff = gaps(from, true);
            if (!daysOff.equals(ordinary)) {
                sentences.add(
                        "Nobody is on duty for urgent items on published days off %s: %s".formatted(days, daysOff));
            }
        }
        return sentences;
    }

    /** The days on which posts come or go, from today on. */
    private List<LocalDate> starts(LocalDate today) {
        TreeSet<LocalDate> starts = new TreeSet<>(List.of(today));
        for (Ready ready : posts) {
            LocalDate from = ready.post().effectiveFrom();
            LocalDate until = ready.post().effectiveUntil();
            if (from != null) {
                starts.add(from);
            }
            if (until != null) {
                starts.add(until.plusDays(1));
            }
        }
        return List.copyOf(starts.tailSet(today));
    }

    /** In a week in which the posts in force on a day are so throughout; all of its days off, or none. */
    private String gaps(LocalDate day, boolean daysOff) {
        DutyWeek manned = DutyWeek.empty();
        posts.stream()
                .filter(ready ->
                        ready.post().isInForce(day) && (!daysOff || ready.post().holidays()))
                .forEach(ready -> manned.add(ready.week()));
        Map<String, List<String>> byHours = new LinkedHashMap<>();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            String holes = manned.holes(weekday);
            if (!holes.isEmpty()) {
                byHours.computeIfAbsent(holes, hours -> new ArrayList<>())
                        .add(weekday.name().substring(0, 3));
            }
        }
        return byHours.entrySet().stream()
                .map(one -> String.join(" ", one.getValue()) + " " + one.getKey())
                .collect(Collectors.joining("; "));
    }
}

package city.urbanops.dispatch.duty.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The duty roster 值班表 of one unit, a whole document.
 *
 * @param unitCode the unit
 * @param version names this state of it
 * @param storedAt since when it is in force
 * @param storedBy the account
 * @param posts in the order of the document
 */
public record Roster(String unitCode, String version, Instant storedAt, String storedBy, List<DutyPost> posts) {

    public Roster {
        posts = List.copyOf(posts);
    }

    /** A post that is on duty, and until when by its hours. */
    public record OnDuty(DutyPost post, LocalDateTime until) {}

    /**
     * Who is on duty: the smallest area first, among posts of the same area as the document has them; empty when nobody is.
     *
     * @param at in the city's zone
     * @param daysOff the published days off
     */
    public List<OnDuty> at(LocalDateTime at, Set<LocalDate> daysOff) {
        return posts.stream()
                .flatMap(post -> post.onDutyUntil(at, daysOff).map(until -> new OnDuty(post, until)).stream())
                .sorted(Comparator.comparingInt((OnDuty one) -> one.post().specificity())
                        .reversed())
                .toList();
    }

    /** The same, of those who look after an area. */
    public List<OnDuty> at(LocalDateTime at, Set<LocalDate> daysOff, String areaCode) {
        return at(at, daysOff).stream()
                .filter(one -> one.post().covers(areaCode))
                .toList();
    }
}

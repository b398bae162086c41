package city.urbanops.contracts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How requests and events name a photo that was uploaded to intake; any other URI is another system's, and none of our business. */
public final class MediaReference {

    private static final String PREFIX = "urn:urbanops:media:";
    private static final String UUID_TEXT = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern ID = Pattern.compile(UUID_TEXT, Pattern.CASE_INSENSITIVE);

    /** What a request may name: a photo of ours, by its reference or its id alone, or a URI of another system. */
    public static final String NAMED =
            "(?i)(urn:urbanops:media:)?" + UUID_TEXT + "|(?!urn:urbanops:media:)[a-z][a-z0-9+.-]*:\\S+";

    /** The most media one step may name. */
    public static final int MOST = 20;

    private MediaReference() {}

    /** The reference of a photo. */
    public static String of(UUID mediaId) {
        return PREFIX + mediaId;
    }

    /** True if the text claims to be such a reference; the scheme and the namespace of a URN know no case (RFC 8141). */
    public static boolean isOurs(String text) {
        return text.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The photo's id; empty if the text is not {@link #isOurs} or what follows is no id. */
    public static Optional<UUID> idOf(String text) {
        return isOurs(text) ? id(text.substring(PREFIX.length())) : Optional.empty();
    }

    /**
     * What an event tells of the media a step names: the photos of ours, each once and by its reference. What lies in other systems
     * stays where it was named, because nobody here knows what its address gives away.
     *
     * @return in the order they were named; absent if there is none, as an optional field of an event is
     */
    public static Optional<List<String>> ours(List<String> named) {
        var references = named.stream()
                .flatMap(text -> idOf(text).or(() -> id(text)).stream())
                .map(MediaReference::of)
                .distinct()
                .toList();
        return references.isEmpty() ? Optional.empty() : Optional.of(references);
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}

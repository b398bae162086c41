package city.urbanops.dispatch.task.persistence;

import city.urbanops.deadlines.Pause;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pauses as one column: ISO 8601 intervals separated by a blank; an open one ends with the slash. */
final class Pauses {

    private Pauses() {}

    static String write(List<Pause> pauses) {
        return pauses.stream()
                .map(pause -> pause.from() + "/" + (pause.until() == null ? "" : pause.until()))
                .collect(Collectors.joining(" "));
    }

    static List<Pause> parse(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ", -1)).map(Pauses::one).toList();
    }

    private static Pause one(String interval) {
        int slash = interval.indexOf('/');
        Instant from = Instant.parse(interval.substring(0, slash));
        String until = interval.substring(slash + 1);
        return until.isEmpty() ? Pause.since(from) : Pause.between(from, Instant.parse(until));
    }
}

package city.urbanops.intake.taxonomy.application;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.deadlines.TimeUnit;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Time limits as standards print them. Cities word the same unit differently: working hours are 工作时 in one table and 小时 in another,
 * working days 工作日 or 天. Only 紧急 makes a limit run day and night (DOMAIN §5, rule 1).
 */
final class LimitWords {

    private static final Pattern COMPACT = Pattern.compile("[1-9]\\d*[a-z]{2}");
    private static final Pattern WORDS =
            Pattern.compile("(.*?)([1-9]\\d{0,4})\\s*(个?)(紧急工作时|紧急小时|紧急工作日|紧急天|工作小时|工作时|小时|工作日|天|日)(.*)");
    private static final Map<String, TimeUnit> UNITS = Map.ofEntries(
            Map.entry("紧急工作时", TimeUnit.URGENT_HOUR),
            Map.entry("紧急小时", TimeUnit.URGENT_HOUR),
            Map.entry("紧急工作日", TimeUnit.URGENT_DAY),
            Map.entry("紧急天", TimeUnit.URGENT_DAY),
            Map.entry("工作小时", TimeUnit.WORKING_HOUR),
            Map.entry("工作时", TimeUnit.WORKING_HOUR),
            Map.entry("小时", TimeUnit.WORKING_HOUR),
            Map.entry("工作日", TimeUnit.WORKING_DAY),
            Map.entry("天", TimeUnit.WORKING_DAY),
            Map.entry("日", TimeUnit.WORKING_DAY));

    private LimitWords() {}

    /** The limit, and the words around it that it cannot express; empty if there is none, or it is out of bounds. */
    static Optional<Read> read(String text) {
        try {
            if (COMPACT.matcher(text).matches()) {
                return Optional.of(new Read(TimeLimit.parse(text), ""));
            }
            var words = WORDS.matcher(text);
            if (!words.matches()) {
                return Optional.empty();
            }
            var unit = UNITS.get(words.group(4));
            return unit == null
                    ? Optional.empty()
                    : Optional.of(new Read(
                            new TimeLimit(Integer.parseInt(words.group(2)), unit), words.group(1) + words.group(5)));
        } catch (IllegalArgumentException outOfBounds) {
            return Optional.empty();
        }
    }

    /**
     * A limit read from words.
     *
     * @param remainder what the words say beyond it; empty if nothing
     */
    record Read(TimeLimit limit, String remainder) {}
}

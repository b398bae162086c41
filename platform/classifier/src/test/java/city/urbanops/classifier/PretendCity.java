package city.urbanops.classifier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.function.IntFunction;

/** Cases of a city that follows simple rules, with a share of exceptions nobody can foresee. */
final class PretendCity {

    static final Scheme SCHEME = Scheme.of(List.of("class", "area", "class+area"), List.of("class", "class+area"));
    static final DoubleConsumer SILENT = done -> {};

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final String[] WORDS = {"water", "light", "dust", "litter"};
    static final Duration BETWEEN = Duration.ofMinutes(30);

    private final Random random = new Random(7);

    /** A case of class 0–3 in area 0–4; class 0 is handled by the area's own unit, the others by one unit for the city. */
    static String usualUnit(int kind, int area) {
        return kind == 0 ? "district-" + area : "company-" + kind;
    }

    /** Cases every half hour; one in {@code oneIn} goes somewhere else. */
    List<Outcome> cases(int count, int oneIn, Instant from, IntFunction<String> reorganised) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(4);
            int area = random.nextInt(5);
            String unit = random.nextInt(oneIn) == 0 ? "odd" : usualUnit(kind, area);
            String moved = reorganised.apply(kind);
            Map<String, String> facts = Map.of("class", "E0" + kind, "area", "4502" + area);
            String text = "There is " + WORDS[kind] + " at number " + random.nextInt(100);
            outcomes.add(new Outcome(
                    new CaseFacts(from.plus(BETWEEN.multipliedBy(i)), facts, text), moved.isEmpty() ? unit : moved));
        }
        return outcomes;
    }

    List<Outcome> cases(int count, int oneIn) {
        return cases(count, oneIn, START, kind -> "");
    }

    static double accuracy(Model model, List<Outcome> outcomes) {
        long right = outcomes.stream()
                .filter(outcome -> model.decide(outcome.facts(), 1)
                        .candidates()
                        .get(0)
                        .label()
                        .equals(outcome.label()))
                .count();
        return (double) right / outcomes.size();
    }
}

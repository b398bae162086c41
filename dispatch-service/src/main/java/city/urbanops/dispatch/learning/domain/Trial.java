package city.urbanops.dispatch.learning.domain;

import java.util.Comparator;
import java.util.List;

/**
 * Divides examples by time, so that a candidate and the running model meet cases neither has seen.
 *
 * @param learned what the candidate of the trial is trained on: everything opened before the first case of the test
 * @param test cases opened later, none of them known when the running model was trained
 */
public record Trial(List<Example> learned, List<Example> test) {

    /** The newest part of the past decides. */
    private static final double TEST_SHARE = 0.2;

    public Trial {
        learned = List.copyOf(learned);
        test = List.copyOf(test);
    }

    /**
     * Divides them; the test is empty when the running model has seen all of the newest part.
     *
     * @param examples in any order
     * @param seen the number of the newest example the running model was trained on; 0 when none runs
     */
    public static Trial of(List<Example> examples, long seen) {
        List<Example> byTime = examples.stream()
                .sorted(Comparator.comparing(Example::openedAt).thenComparing(Example::exampleNo))
                .toList();
        int from = (int) Math.ceil(byTime.size() * (1 - TEST_SHARE));
        while (from < byTime.size() && byTime.get(from).exampleNo() <= seen) {
            from++;
        }
        List<Example> test = byTime.subList(from, byTime.size()).stream()
                .filter(example -> example.exampleNo() > seen)
                .toList();
        return new Trial(byTime.subList(0, from), test);
    }
}

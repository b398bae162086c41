package city.urbanops.dispatch.routing.domain;

import city.urbanops.dispatch.units.domain.UnitDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What another matrix would have changed.
 *
 * @param cases how many were compared
 * @param changed how many would have gone elsewhere
 * @param presentRight of the cases a unit got in the end, how many the matrix in force sends there at once
 * @param candidateRight how many the other matrix would
 * @param byClass changed cases by class, by code
 * @param byUnit cases units would lose and get, by code; {@value #QUEUE} is the dispatcher's queue
 * @param examples the first changed cases, at most twenty
 */
public record ShadowReport(
        int cases,
        int changed,
        int presentRight,
        int candidateRight,
        List<ClassChange> byClass,
        List<UnitChange> byUnit,
        List<Example> examples) {

    static final String QUEUE = "(queue)";
    private static final int MOST_EXAMPLES = 20;

    public ShadowReport {
        byClass = List.copyOf(byClass);
        byUnit = List.copyOf(byUnit);
        examples = List.copyOf(examples);
    }

    /** Changed cases of a class. */
    public record ClassChange(String classCode, int changed) {}

    /** Cases a unit would lose and get. */
    public record UnitChange(String department, int loses, int gets) {}

    /** One case that would have gone elsewhere. */
    public record Example(
            UUID caseId,
            String classCode,
            String areaCode,
            String present,
            String candidate,
            @Nullable String endedWith,
            String reason) {}

    /** Compares two matrices over past cases. */
    public static ShadowReport of(
            List<PastCase> cases, Matrix present, Matrix candidate, UnitDirectory units, Exemptions exemptions) {
        Tally tally = new Tally();
        for (PastCase one : cases) {
            Routing now = Router.route(one.question(), present, units, exemptions);
            Routing then = Router.route(one.question(), candidate, units, exemptions);
            tally.add(one, unitOf(now), unitOf(then), then.reason());
        }
        return tally.report(cases.size());
    }

    private static String unitOf(Routing routing) {
        return routing instanceof Routing.ToUnit found ? found.unit().code() : QUEUE;
    }

    private static final class Tally {

        private final Map<String, Integer> byClass = new TreeMap<>();
        private final Map<String, Integer> loses = new TreeMap<>();
        private final Map<String, Integer> gets = new TreeMap<>();
        private final List<Example> examples = new ArrayList<>();
        private int changed;
        private int presentRight;
        private int candidateRight;

        void add(PastCase one, String present, String candidate, String reason) {
            presentRight += present.equals(one.endedWith()) ? 1 : 0;
            candidateRight += candidate.equals(one.endedWith()) ? 1 : 0;
            if (present.equals(candidate)) {
                return;
            }
            changed++;
            byClass.merge(one.question().classCode(), 1, Integer::sum);
            loses.merge(present, 1, Integer::sum);
            gets.merge(candidate, 1, Integer::sum);
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(new Example(
                        one.caseId(),
                        one.question().classCode(),
                        one.question().areaCode(),
                        present,
                        candidate,
                        one.endedWith(),
                        reason));
            }
        }

        ShadowReport report(int cases) {
            Map<String, Integer> units = new TreeMap<>(loses);
            units.putAll(gets);
            return new ShadowReport(
                    cases,
                    changed,
                    presentRight,
                    candidateRight,
                    byClass.entrySet().stream()
                            .map(one -> new ClassChange(one.getKey(), one.getValue()))
                            .toList(),
                    units.keySet().stream()
                            .map(unit -> new UnitChange(unit, loses.getOrDefault(unit, 0), gets.getOrDefault(unit, 0)))
                            .toList(),
                    examples);
        }
    }
}

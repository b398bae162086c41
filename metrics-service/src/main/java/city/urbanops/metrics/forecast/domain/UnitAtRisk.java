package city.urbanops.metrics.forecast.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a unit has to hand back soon, and how much of it will be late by its own record.
 *
 * @param due open tasks whose deadline is within the horizon
 * @param expectedLate how many of them will be late: the sum of their probabilities
 * @param low the sum of the lower ends; wider than need be, for errors of single tasks cancel out in part
 * @param high the sum of the upper ends
 * @param unknown how many of them nothing at all is known about
 */
public record UnitAtRisk(String unit, long due, double expectedLate, double low, double high, long unknown) {

    /** Open tasks of one unit and class that are in the same tenth of their limit. */
    public record OpenTasks(String unit, String classCode, int tenths, long tasks) {}

    /** By unit, those with the most expected late ones first. */
    public static List<UnitAtRisk> of(List<OpenTasks> open, RiskTable table) {
        Map<String, UnitAtRisk> units = new TreeMap<>();
        for (var tasks : open) {
            var risk = table.risk(tasks.unit(), tasks.classCode(), tasks.tenths());
            units.merge(tasks.unit(), one(tasks, risk), UnitAtRisk::plus);
        }
        return units.values().stream()
                .sorted(Comparator.comparingDouble(UnitAtRisk::expectedLate).reversed())
                .toList();
    }

    private static UnitAtRisk one(OpenTasks tasks, Optional<Risk> risk) {
        var n = tasks.tasks();
        return risk.map(known ->
                        new UnitAtRisk(tasks.unit(), n, n * known.probability(), n * known.low(), n * known.high(), 0))
                .orElseGet(() -> new UnitAtRisk(tasks.unit(), n, 0, 0, 0, n));
    }

    private UnitAtRisk plus(UnitAtRisk other) {
        return new UnitAtRisk(
                unit,
                due + other.due,
                expectedLate + other.expectedLate,
                low + other.low,
                high + other.high,
                unknown + other.unknown);
    }
}

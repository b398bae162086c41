package city.urbanops.metrics.assessment.domain;

import city.urbanops.metrics.domain.Assessed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An assessment scheme 考评方案 as it is written: a versioned document. Nothing about a city's way to score is anywhere else.
 *
 * @param id lower case and hyphens, for example {@code liuzhou-2016-month}
 * @param version from 1; a published version is never changed
 * @param titleZh its name
 * @param source where it comes from, and what of it is a guess
 * @param validFrom the first day it may be used for
 * @param rateDecimals rates are rounded half up to so many places, in per cent, before they are scored; absent for not at all
 * @param decimals places of published scores
 * @param groups who is ranked against whom; empty for everybody in one group
 * @param inputs figures that come from people or other systems
 * @param root the tree of parts
 * @param grades best first
 * @param exemptLeaveRates cases exempted by an appeal do not count in rates either; their facts stay as they are
 * @param subjects who is scored: {@value #UNITS}, which is meant when it is absent, or a kind of {@link Assessed} by its id
 */
public record Scheme(
        String id,
        int version,
        String titleZh,
        String source,
        LocalDate validFrom,
        @Nullable Integer rateDecimals,
        int decimals,
        List<Group> groups,
        List<Input> inputs,
        Part root,
        List<Grade> grades,
        boolean exemptLeaveRates,
        @Nullable String subjects) {

    /** Departments and companies, by the cases they have. */
    public static final String UNITS = "units";

    public Scheme {
        groups = copy(groups);
        inputs = copy(inputs);
        grades = copy(grades);
    }

    /** The kind of people or places that is scored; empty for units. */
    public Optional<Assessed> assessed() {
        return Optional.ofNullable(subjects).flatMap(Assessed::ofId);
    }

    /** True if scores are of people, and so not everybody's to read. */
    public boolean isOfPersons() {
        return assessed().filter(Assessed::isOfPersons).isPresent();
    }

    /** Units ranked against each other, for example counties, companies. */
    public record Group(String id, String titleZh, List<String> units) {
        public Group {
            units = copy(units);
        }
    }

    /**
     * A figure entered, for example of a field inspection, or reported by units under an indicator of the catalogue.
     *
     * @param id an identifier expressions may use
     * @param minimum smallest value taken
     * @param maximum largest value taken
     * @param otherwise what holds while nothing is entered; absent means the part that needs it is not evaluated
     * @param indicator the reported indicator (填报指标) whose confirmed figure of the unit and period this is, a ratio in per cent; beyond
     *     minimum and maximum it counts as these. Absent for a figure that is typed in
     */
    public record Input(
            String id,
            String titleZh,
            double minimum,
            double maximum,
            @Nullable Double otherwise,
            @Nullable String indicator) {}

    /** Inputs that are filled from reported figures. */
    public List<Input> reportedInputs() {
        return inputs.stream().filter(input -> input.indicator() != null).toList();
    }

    /**
     * A part of a score. It has exactly one of {@code parts}, {@code expression}, {@code bands} and {@code ledger}.
     *
     * @param id unique within the scheme
     * @param titleZh its name
     * @param max full points
     * @param weight what its points count in the part above; absent for 1
     * @param parts inner part: the sum of weight × points
     * @param expression CEL over indicators and inputs, in points; kept between {@code floor} and {@code max}
     * @param floor fewest points; absent for 0
     * @param bands points by the size of a figure
     * @param ledger points less deductions
     */
    public record Part(
            String id,
            String titleZh,
            BigDecimal max,
            @Nullable BigDecimal weight,
            @Nullable List<Part> parts,
            @Nullable String expression,
            @Nullable BigDecimal floor,
            @Nullable Bands bands,
            @Nullable Ledger ledger) {

        public Part {
            parts = parts == null ? null : List.copyOf(parts);
        }

        BigDecimal factor() {
            return weight == null ? BigDecimal.ONE : weight;
        }
    }

    /**
     * Points by size: the first band whose {@code upTo} is not exceeded holds.
     *
     * @param of CEL giving the figure
     * @param steps rising; only the last has no {@code upTo}
     */
    public record Bands(String of, List<Step> steps) {
        public Bands {
            steps = copy(steps);
        }
    }

    /** One band. */
    public record Step(@Nullable Double upTo, BigDecimal points) {}

    /**
     * "Discovery deducts" 发现即扣分: each case a rule applies to costs points, by the first rule that applies.
     *
     * @param base points at the start
     * @param rules in order
     */
    public record Ledger(BigDecimal base, List<Rule> rules) {
        public Ledger {
            rules = copy(rules);
        }
    }

    /**
     * A deduction.
     *
     * @param id unique within the ledger
     * @param applies CEL condition over a case
     * @param points what the discovery costs, above 0
     * @param instead what it costs instead, not in addition, if worse came of it; the first condition that holds
     * @param factor CEL condition and factor, for example 2 if a leader took it up
     * @param cap most points this rule can cost a unit in a period; absent for no cap
     */
    public record Rule(
            String id,
            String titleZh,
            String applies,
            BigDecimal points,
            List<Surcharge> instead,
            @Nullable Factor factor,
            @Nullable BigDecimal cap) {
        public Rule {
            instead = copy(instead);
        }
    }

    /** Replaces a rule's points. */
    public record Surcharge(String id, String titleZh, String when, BigDecimal points) {}

    /** Multiplies a rule's points. */
    public record Factor(String when, BigDecimal times) {}

    /** A grade from so many points of the root upwards; the last one is from 0. */
    public record Grade(
            String grade, BigDecimal from, @Nullable String colour) {}

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}

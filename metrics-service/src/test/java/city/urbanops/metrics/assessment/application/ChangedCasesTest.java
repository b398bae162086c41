package city.urbanops.metrics.assessment.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.LedgerCase;
import city.urbanops.metrics.assessment.domain.ManualEntry;
import city.urbanops.metrics.assessment.domain.PeriodCosts;
import city.urbanops.metrics.assessment.domain.UnitFigures;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Counts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever becomes of cases, a sheet kept case by case is the one that all cases together give, to the last byte. */
class ChangedCasesTest {

    private static final List<CompiledScheme> SCHEMES = List.of(
            ShippedSchemes.compiled("deduction-ledger"),
            ShippedSchemes.compiled("liuzhou-2016-month"),
            ShippedSchemes.compiled("national-index"),
            capped());
    private static final List<String> UNITS = List.of("parks", "roads", "water");
    private static final List<String> CHANNELS =
            List.of("CITY_PATROL", "COUNTY_PATROL", "CITIZEN_APP", "PETITION_CITY", "AI_VIDEO");

    @Property(tries = 150)
    void a_sheet_of_changes_is_the_sheet_of_all_cases(@ForAll long seed) {
        var random = new Random(seed);
        var scheme = SCHEMES.get(random.nextInt(SCHEMES.size()));
        var cases = new HashMap<UUID, LedgerCase>();
        var inputs = new HashMap<String, Double>();
        var entries = new ArrayList<ManualEntry>();
        var costs = PeriodCosts.NONE;
        var sheet = WrittenSheet.NONE;
        for (int round = 0; round < 12; round++) {
            // Given
            var changed = new HashSet<UUID>();
            for (int i = random.nextInt(6); i > 0; i--) {
                var caseId = new UUID(random.nextInt(3) - 1, random.nextInt(12));
                change(caseId, cases, random);
                changed.add(caseId);
            }
            if (random.nextInt(4) == 0) {
                inputs.put("roadDust", 60.0 + random.nextInt(40));
                inputs.put("twoIllegals", 90.0);
            }
            if (random.nextInt(4) == 0) {
                entries.add(new ManualEntry(
                        null, null, new BigDecimal("0.3"), ManualEntry.Kind.ADJUSTMENT, "round " + round));
            }

            // When
            costs = costs.with(scheme, changed, of(changed, cases));
            sheet = sheet.with(scheme, figures(cases.values(), inputs, entries, false), costs);

            // Then
            var all = Sheet.write(scheme.score(figures(cases.values(), inputs, entries, true)));
            assertThat(costs).isEqualTo(PeriodCosts.NONE.with(scheme, Set.of(), cases.values()));
            assertThat(sheet.full(Optional.empty())).isEqualTo(FindScheme.parse(all));
            assertThat(sheet.digest()).isEqualTo(Sheet.digest(all));
            assertThat(sheet.brief(Optional.of("roads")))
                    .isEqualTo(published(all).of("roads").brief().units());
        }
    }

    /** A unit whose cases came to cost as much as before is not written again. */
    @Property(tries = 20)
    void what_did_not_change_is_taken_over(@ForAll long seed) {
        // Given
        var random = new Random(seed);
        var scheme = SCHEMES.get(0);
        var cases = new HashMap<UUID, LedgerCase>();
        for (int i = 0; i < 20; i++) {
            change(new UUID(0, i), cases, random);
        }
        var costs = PeriodCosts.NONE.with(scheme, Set.of(), cases.values());

        // When
        var again = costs.with(scheme, cases.keySet(), cases.values());

        // Then
        assertThat(UNITS).allSatisfy(unit -> assertThat(again.of(unit)).isSameAs(costs.of(unit)));
    }

    /** Becomes another unit's, comes to stand otherwise, is repeated, or is gone: voided, or moved to another month. */
    private static void change(UUID caseId, Map<UUID, LedgerCase> cases, Random random) {
        if (random.nextInt(5) == 0) {
            cases.remove(caseId);
            return;
        }
        var sets = EnumSet.of(CaseSet.REPORTED, CaseSet.FILED, CaseSet.DISPATCHED, CaseSet.DUE_TO_CLOSE);
        List.of(
                        CaseSet.OVERDUE_OPEN,
                        CaseSet.HANDLED_LATE,
                        CaseSet.PUBLIC,
                        CaseSet.ESCALATED,
                        CaseSet.CLOSED,
                        CaseSet.CLOSED_OF_DUE)
                .forEach(set -> {
                    if (random.nextBoolean()) {
                        sets.add(set);
                    }
                });
        cases.put(
                caseId,
                new LedgerCase(
                        caseId,
                        UNITS.get(random.nextInt(UNITS.size())),
                        CHANNELS.get(random.nextInt(CHANNELS.size())),
                        random.nextBoolean() ? "E0107" : "E0304",
                        "450202001",
                        sets,
                        random.nextInt(2),
                        0,
                        random.nextInt(3)));
    }

    private static List<LedgerCase> of(Set<UUID> some, Map<UUID, LedgerCase> cases) {
        return some.stream().filter(cases::containsKey).map(cases::get).toList();
    }

    private static List<UnitFigures> figures(
            Collection<LedgerCase> cases, Map<String, Double> inputs, List<ManualEntry> entries, boolean single) {
        return UNITS.stream()
                .map(unit -> {
                    var own = cases.stream()
                            .filter(each -> each.unit().equals(unit))
                            .toList();
                    var counts = new Counts();
                    own.forEach(each -> counts.add(each.sets(), 1));
                    return new UnitFigures(
                            unit, counts, inputs, single ? own : List.of(), unit.equals("roads") ? entries : List.of());
                })
                .toList();
    }

    private static Sheet published(String units) {
        return new Sheet("s", 1, "2016", "PUBLISHED", 1, "", java.time.Instant.EPOCH, FindScheme.parse(units));
    }

    /** What no scheme that ships has: two ledgers, a cap that cuts, a factor. */
    private static CompiledScheme capped() {
        var read = SchemeDocument.read(FindScheme.parse("""
                {"id": "capped", "version": 1, "titleZh": "上限", "source": "test", "validFrom": "2016-01-01", "decimals": 2, "inputs": [],
                 "grades": [], "root": {"id": "both", "titleZh": "合计", "max": 100, "parts": [
                   {"id": "first", "titleZh": "一", "max": 40, "ledger": {"base": 40, "rules": [
                     {"id": "late", "titleZh": "超期", "applies": "'handled_late' in sets", "points": 0.7, "instead": [], "cap": 1.5,
                      "factor": {"when": "repeats > 1", "times": 2}}]}},
                   {"id": "second", "titleZh": "二", "max": 60, "ledger": {"base": 60, "rules": [
                     {"id": "rework", "titleZh": "返工", "applies": "reworks > 0", "points": 5, "instead": []},
                     {"id": "any", "titleZh": "其他", "applies": "true", "points": 1, "instead": [], "cap": 2}]}}]}}
                """));
        if (read.scheme() == null) {
            throw new AssertionError(read.errors());
        }
        return read.scheme();
    }
}

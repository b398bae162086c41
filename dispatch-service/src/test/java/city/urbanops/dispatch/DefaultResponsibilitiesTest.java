package city.urbanops.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.deadlines.CalendarDay;
import city.urbanops.deadlines.WorkingCalendar;
import city.urbanops.geography.AreaIndex;
import city.urbanops.geography.AreaLevel;
import city.urbanops.geography.DefaultCity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultResponsibilitiesTest {

    private static final Path ROOT = Path.of(System.getProperty("urbanops.root", ".."));
    private static final Path CITY = ROOT.resolve("dispatch-service/src/main/resources/city");
    private static final Path TAXONOMY = ROOT.resolve("case-intake-service/src/main/resources/city/taxonomy.csv");

    private final AreaIndex areas = AreaIndex.of(DefaultCity.document());
    private final List<Map<String, String>> units = rows(CITY.resolve("units.csv"));
    private final List<Map<String, String>> rules = rows(CITY.resolve("matrix.csv"));
    private final List<Map<String, String>> conditions = rows(TAXONOMY);
    private final Set<String> unitCodes =
            units.stream().map(unit -> unit.get("code")).collect(Collectors.toSet());
    private final List<String> districts = areas.document().areas().stream()
            .filter(area -> area.level() == AreaLevel.DISTRICT)
            .map(area -> area.code())
            .toList();

    @Test
    void units_are_as_many_as_stated_and_hang_together() {
        assertThat(units).hasSize(61);
        assertThat(unitCodes).hasSize(61).allMatch(code -> code.matches("[a-z0-9]+(-[a-z0-9]+)*"));
        assertThat(units).allSatisfy(unit -> {
            assertThat(unit.get("parent_code"))
                    .matches(parent -> parent.isEmpty() || unitCodes.contains(parent))
                    .isNotEqualTo(unit.get("code"));
            assertThat(areas.contains(unit.get("area_code"))).isTrue();
            assertThat(unit.get("workplace")).isIn("TASK_DESK", "ENFORCEMENT", "SANITATION");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "urban-enforcement, ENFORCEMENT",
        "sanitation, SANITATION",
        "water-company, TASK_DESK",
        "city-management-bureau, TASK_DESK"
    })
    void knows_the_units_others_rely_on(String code, String workplace) {
        assertThat(units)
                .filteredOn(unit -> unit.get("code").equals(code))
                .extracting(unit -> unit.get("workplace"))
                .containsExactly(workplace);
    }

    @Test
    void rules_name_known_units_classes_and_areas() {
        assertThat(rules).allSatisfy(rule -> {
            assertThat(unitCodes).contains(rule.get("lead_unit"));
            assertThat(unitCodes).containsAll(assisting(rule));
            assertThat(assisting(rule)).doesNotContain(rule.get("lead_unit"));
            assertThat(conditions).anyMatch(row -> row.get("class_code").startsWith(rule.get("class_pattern")));
            assertThat(rule.get("area_code")).matches(area -> area.isEmpty() || areas.contains(area));
        });
        assertThat(rules.stream().map(rule -> rule.get("rule_id"))).doesNotHaveDuplicates();
    }

    @Test
    void every_condition_has_one_most_specific_rule_in_every_district() {
        for (Map<String, String> condition : conditions) {
            for (String district : districts) {
                assertThat(mostSpecific(condition, district))
                        .as("%s.%s in %s", condition.get("class_code"), condition.get("condition_code"), district)
                        .hasSize(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"E0304, urban-enforcement", "E0110, sanitation", "P0101, water-company"})
    void well_known_classes_go_to_their_unit(String classCode, String unit) {
        assertThat(conditions)
                .filteredOn(row -> row.get("class_code").equals(classCode))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(districts).allSatisfy(district -> assertThat(mostSpecific(row, district))
                        .extracting(rule -> rule.get("lead_unit"))
                        .containsExactly(unit)));
    }

    @Test
    void calendar_reads_and_knows_this_year() throws IOException {
        List<CalendarDay> days = CalendarDay.parse(Files.readAllLines(CITY.resolve("calendar.csv")));

        assertThat(WorkingCalendar.standard(ZoneId.of("Asia/Shanghai"), days).years())
                .containsExactly(2025, 2026);
    }

    private List<Map<String, String>> mostSpecific(Map<String, String> condition, String district) {
        List<Map<String, String>> matching = rules.stream()
                .filter(rule -> condition.get("class_code").startsWith(rule.get("class_pattern")))
                .filter(rule -> rule.get("condition_code").isEmpty()
                        || rule.get("condition_code").equals(condition.get("condition_code")))
                .filter(rule -> district.startsWith(rule.get("area_code")))
                .toList();
        int best = matching.stream()
                .mapToInt(DefaultResponsibilitiesTest::specificity)
                .max()
                .orElseThrow();
        return matching.stream().filter(rule -> specificity(rule) == best).toList();
    }

    /** Class pattern first, then condition, then area. */
    private static int specificity(Map<String, String> rule) {
        int condition = rule.get("condition_code").isEmpty() ? 0 : 1;
        return 1000 * rule.get("class_pattern").length()
                + 100 * condition
                + rule.get("area_code").length();
    }

    private static List<String> assisting(Map<String, String> rule) {
        return Arrays.stream(rule.get("assisting_units").split(";", -1))
                .filter(unit -> !unit.isEmpty())
                .toList();
    }

    private static List<Map<String, String>> rows(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> names = List.of(lines.get(0).split(",", -1));
            return lines.stream().skip(1).map(line -> row(names, line)).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> row(List<String> names, String line) {
        List<String> fields = List.of(line.split(",", -1));
        assertThat(fields).as(line).hasSameSizeAs(names);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), fields.get(i));
        }
        return row;
    }
}

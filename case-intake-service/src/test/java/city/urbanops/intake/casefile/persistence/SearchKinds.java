package city.urbanops.intake.casefile.persistence;

import city.urbanops.kit.http.Cursor;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What people ask the search, with common and rare values of each kind: plans differ by values. What is asked for is written as in the address,
 * {@code q=井盖&phase=HANDLING}.
 */
enum SearchKinds {
    ONE_CHARACTER("q=井", "q=石", "q=扰", "q=锈"),
    TWO_CHARACTERS("q=井盖", "q=石狮", "q=君勿", "q=处理", "q=麒麟"),
    MORE_CHARACTERS("q=井盖丢失", "q=石狮脱落", "q=路灯不亮", "q=油烟扰民", "q=老人孩子无法休息", "q=潭中东路", "q=丢失井盖"),
    TWO_WORDS("q=工地 外溢", "q=井盖 丢失", "q=解放路123号", "q=路灯 尽快处理", "q=店门口 石狮"),
    NUMBER("q=M000000123456", "q=S123457", "q=m0000001234", "q=lamp"),
    PHASE("phase=CLOSED", "phase=VOID", "phase=HANDLING", "phase=SUSPENDED", "phase=REPORTED"),
    CLASS("classCode=E0101", "classCode=P0515"),
    AREA("area=450202", "area=450202001", "area=450206009012", "district=450206"),
    CHANNEL("channel=HOTLINE_12345", "channel=SATELLITE_PATCH"),
    REFERRAL(
            "referral=LITIGATION",
            "referral=ARBITRATION",
            "referral=NO_SUCH",
            "referral=LITIGATION&phase=VOID",
            "referral=LITIGATION&phase=CLOSED",
            "referral=ARBITRATION&district=450206&channel=HOTLINE_12345",
            page("referral=LITIGATION&", "2025-06-01T00:00:00Z")),
    UNIT("department=unit-1", "department=unit-61"),
    PERIOD("from=2025-03-01T00:00:00Z&to=2025-03-02T00:00:00Z", "to=2024-06-01T00:10:00Z", "from=2024-06-01T00:00:00Z"),
    TEXT_AND_FILTERS(
            "q=井盖&from=2025-03-01T00:00:00Z&to=2025-03-08T00:00:00Z",
            "q=石狮脱落&phase=HANDLING",
            "q=井盖&phase=SUSPENDED",
            "q=工地&phase=HANDLING&district=450203",
            "q=噪音&classCode=P0515&area=450206009012"),
    PHASE_AND_FILTERS(
            "phase=HANDLING&classCode=E0101",
            "phase=HANDLING&classCode=P0515&channel=SATELLITE_PATCH",
            "phase=SUSPENDED&department=unit-1",
            "phase=SUSPENDED&from=2025-03-01T00:00:00Z&to=2025-04-01T00:00:00Z",
            "phase=VOID&classCode=P0515",
            "phase=VOID&classCode=E0101",
            "phase=VOID&district=450202",
            "phase=VOID&channel=HOTLINE_12345",
            "phase=CLOSED&classCode=P0515&department=unit-61",
            "phase=REPORTED&district=450202"),
    FILTERS(
            "classCode=P0515&area=450206009012",
            "classCode=E0101&department=unit-61&channel=SATELLITE_PATCH",
            "channel=SATELLITE_PATCH&area=450206009012&from=2025-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"),
    FURTHER_PAGE(
            page("", "2025-06-01T00:00:00Z"),
            page("q=井盖&", "2025-06-01T00:00:00Z"),
            page("q=石狮脱落&", "2025-06-01T00:00:00Z"),
            page("phase=CLOSED&", "2025-06-01T00:00:00Z"),
            page("phase=VOID&classCode=E0101&", "2025-06-01T00:00:00Z"));

    private static final String BETWEEN = "\n";

    private final String examples;

    SearchKinds(String... examples) {
        this.examples = String.join(BETWEEN, examples);
    }

    List<Map<String, String>> examples() {
        return Arrays.stream(examples.split(BETWEEN, -1))
                .map(SearchKinds::parameters)
                .toList();
    }

    private static String page(String question, String from) {
        var cursor = Cursor.of(Instant.parse(from), new UUID(0, 0));
        return question + "cursor=" + String.join("|", cursor.parts());
    }

    private static Map<String, String> parameters(String example) {
        return Arrays.stream(example.split("&", -1))
                .map(parameter -> parameter.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (a, b) -> a, TreeMap::new));
    }
}

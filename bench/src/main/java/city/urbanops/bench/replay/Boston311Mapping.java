package city.urbanops.bench.replay;

import city.urbanops.bench.lifecycle.Report;
import java.util.Map;
import java.util.Objects;

/** Turns a Boston record into a report of the default city, by the data files beside it. */
final class Boston311Mapping {

    private static final int DISTRICT_DIGITS = 6;

    private final LookupTable<Target> types = LookupTable.load("types.csv", "type", Target::of);
    private final LookupTable<String> districts =
            LookupTable.load("districts.csv", "pwd_district", row -> Objects.requireNonNull(row.get("area_code")));
    private final LookupTable<String> channels =
            LookupTable.load("channels.csv", "source", row -> Objects.requireNonNull(row.get("channel")));

    /**
     * What a type becomes.
     *
     * @param classCode of the default city's taxonomy
     * @param department the unit its matrix gives that class to; {@code *} in it stands for the district
     */
    record Target(String classCode, String department) {

        String departmentIn(String areaCode) {
            return department.replace("*", areaCode.substring(0, DISTRICT_DIGITS));
        }

        static Target of(Map<String, String> row) {
            return new Target(
                    Objects.requireNonNull(row.get("class_code")), Objects.requireNonNull(row.get("department")));
        }
    }

    /**
     * The report to file for a record. Its text is the city's own type and reason: nothing a person wrote.
     *
     * @param runId makes the source number unique to this run
     */
    Report report(Boston311Row row, String runId) {
        Target target = types.get(row.type());
        String areaCode = districts.get(row.district());
        return new Report(
                channels.get(row.source()),
                row.type() + " (" + row.reason() + ")",
                target.classCode(),
                areaCode,
                runId + "-" + row.id(),
                row.isClosed(),
                target.departmentIn(areaCode));
    }

    LookupTable<Target> types() {
        return types;
    }

    LookupTable<String> districts() {
        return districts;
    }

    LookupTable<String> channels() {
        return channels;
    }
}

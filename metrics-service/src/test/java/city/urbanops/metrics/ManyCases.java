package city.urbanops.metrics;

import city.urbanops.metrics.domain.CaseFact;
import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Ending;
import city.urbanops.metrics.domain.Occurrence;
import city.urbanops.metrics.domain.Subject;
import city.urbanops.testkit.UrbanOpsEngines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Facts made by SQL, far more than tests fold: 300,000 a year from 2016 on, with sixty units, five districts, 129 classes and twelve
 * channels of uneven frequency. What is summed is counted from the facts by the masks, and stored in the order of days, so it is what a fold
 * would have left: there, too, rows of a month lie together.
 */
public final class ManyCases {

    private static final Instant NOON = Instant.parse("2016-03-02T04:00:00Z");

    private ManyCases() {}

    /** Replaces everything by so many cases, the first of them in 2016. */
    static void generate(int cases) throws SQLException {
        generate(cases, "2016-01-01 00:00+08");
    }

    /** The same, the first of them at a time in PostgreSQL's words. */
    public static void generate(int cases, String first) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var statement = connection.createStatement()) {
            statement.execute("truncate case_fact, closure_rollup, dashboard_rollup, assessed_rollup, case_change");
            statement.execute("alter table case_fact disable trigger user");
            statement.execute("set work_mem = '256MB'");
            statement.execute("set synchronous_commit = off");
            statement.execute(facts(cases, first));
            statement.execute("alter table case_fact enable trigger user");
            statement.execute("delete from case_change_epoch");
            statement.execute(rollups());
            statement.execute(sums().replace("group by 1, 2, 3, 4, 5", "group by 1, 2, 3, 4, 5 order by 4"));
            statement.execute(assessed());
            statement.execute("vacuum analyze case_fact");
            statement.execute("vacuum analyze closure_rollup");
            statement.execute("vacuum analyze dashboard_rollup");
            statement.execute("vacuum analyze assessed_rollup");
        }
    }

    /** 90 % closed in time, 5 % late, 2 % void, 1 % overdue and open, 1 % suspended, 1 % open. */
    private static String facts(int cases, String first) {
        var due = NOON.plusSeconds(3600);
        var open = story(on -> on.reported(new Subject("E0304", "450202001", "CITIZEN_APP"))
                .merge(on.filed(new Subject("E0304", "450202001", "CITIZEN_APP"), NOON, false))
                .merge(on.dispatched("parks", due)));
        var in = at(60).handedBack(NOON.plusSeconds(60), due);
        var late = at(7200).handedBack(NOON.plusSeconds(7200), due);
        var end = at(9000).closed(
                        new Subject("E0304", "450202001", "CITIZEN_APP"),
                        new Ending(Ending.Kind.NORMAL, NOON.plusSeconds(9000)),
                        null);
        var overdue = at(3600).overdue(due);
        return """
                insert into case_fact (case_id, reported_at, filed_at, dispatched_at, round, reworks, extensions, last_event_at,
                    class_code, area_code, channel, subject_order, department, assigned_at, assignment_order, due_at, due_order,
                    suspended_order, handed_back_order, ending_order, duplicate_order, marks, sets, counted_on)
                select cast(lpad(to_hex(n / 65536), 8, '0') || '-' || lpad(to_hex(n %% 65536), 4, '0') || substr(md5(cast(n as text)), 1, 20) as uuid),
                    at, at, at, 1, 0, 0, at, 'E' || lpad(cast(class as text), 4, '0'),
                    '45020' || (2 + class * 7 %% 5 + n %% 2) %% 5 + 2 || '00100' || n %% 9, channel, 1,
                    'unit-' || (class * 13 + n %% 3) %% 60, at, 1, at + interval '1 day', 1, 1, 1, 1, 1, 0,
                    case when kind < 900 then %d when kind < 950 then %d when kind < 970 then %d when kind < 980 then %d
                         when kind < 990 then %d else %d end,
                    cast(at at time zone 'Asia/Shanghai' as date)
                from (select n, timestamptz '%s' + n * interval '105 seconds' as at,
                          cast(floor(129 * power(random(), 2.5)) as int) as class, cast(floor(1000 * random()) as int) as kind,
                          (array['HOTLINE_12345', 'CITY_PATROL', 'COUNTY_PATROL', 'CITIZEN_APP', 'AI_VIDEO', 'DUST_MONITOR',
                              'PUBLIC_REPORT', 'OPEN311', 'PETITION_CITY', 'COMMUNITY_STATION', 'OWNER_DEPARTMENT',
                              'ONLINE_POLITICS'])[1 + floor(12 * power(random(), 2))] as channel
                      from generate_series(0, %d) as n) as made
                """.formatted(
                        CaseSet.maskOf(open.merge(in).merge(end)),
                        CaseSet.maskOf(open.merge(overdue).merge(late).merge(end)),
                        CaseSet.maskOf(open.merge(at(60).voided(new Subject("E0304", "450202001", "CITIZEN_APP")))),
                        CaseSet.maskOf(open.merge(overdue)),
                        CaseSet.maskOf(open.merge(at(60).suspended())),
                        CaseSet.maskOf(open),
                        first,
                        cases - 1);
    }

    private static String rollups() {
        return """
                insert into closure_rollup (counted_on, department, district, class_code, channel, %s)
                select counted_on, department, left(area_code, 6), class_code, channel, %s
                from case_fact group by 1, 2, 3, 4, 5 order by 1
                """.formatted(
                        sets(ManyCases::column), sets(set -> "count(*) filter (where sets & " + set.bit() + " <> 0)"));
    }

    /** The statement of the migration that filled {@code dashboard_rollup}, with the sets that came later. */
    static String sums() {
        try (var file = Objects.requireNonNull(
                ManyCases.class.getResourceAsStream("/db/migration/V1300__sums_for_dashboards.sql"))) {
            var sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("insert into dashboard_rollup"))
                    .replaceFirst("satisfied\\)\\s+select", "satisfied, " + later("%s") + ") select")
                    .replace("sum(satisfied)", "sum(satisfied), " + later("sum(%s)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String later(String format) {
        return Arrays.stream(CaseSet.values())
                .filter(set -> set.compareTo(CaseSet.SATISFIED) > 0)
                .map(set -> format.formatted(column(set)))
                .collect(Collectors.joining(", "));
    }

    private static CaseFact story(Function<Occurrence, CaseFact> story) {
        return story.apply(at(0));
    }

    private static Occurrence at(long seconds) {
        return new Occurrence(new UUID(2016, 1), 1, NOON.plusSeconds(seconds));
    }

    private static String column(CaseSet set) {
        return set.name().toLowerCase(Locale.ROOT);
    }

    private static String sets(Function<CaseSet, String> format) {
        return Arrays.stream(CaseSet.values()).map(format).collect(Collectors.joining(", "));
    }

    /** Sums by month of 200 supervisors, and of 5,658 grids, as many as Liuzhou has (DOMAIN §2). */
    private static String assessed() {
        return """
                insert into assessed_rollup (kind, counted_from, key, %1$s)
                select 'supervisors', month, 'patrol-' || who, %2$s
                from generate_series(1, 200) as who, generate_series(date '2016-01-01', '2016-12-01', '1 month') as month
                union all
                select 'grids', month, '45020' || (2 + grid %% 5) || lpad(cast(grid as text), 9, '0'), %2$s
                from generate_series(1, 5658) as grid, generate_series(date '2016-01-01', '2016-12-01', '1 month') as month
                """.formatted(sets(ManyCases::column), sets(set -> "cast(floor(50 * random()) as bigint)"));
    }

    /** Everything that stands in a case's way to a dashboard, one query each. */
    static List<String> dashboardCalls() {
        var year = "&from=2016-01-01&to=2017-01-01";
        var odd = "&from=2016-02-10&to=2016-11-20";
        var rates = Arrays.asList("department", "district", "class", "channel", "month", "day").stream()
                .flatMap(group ->
                        List.of(year, odd).stream().map(period -> "metrics/closure-rates?groupBy=" + group + period));
        var indicators =
                List.of("close-rate", "in-time-close-rate", "reports", "overdue-cases", "suspension-rate").stream()
                        .map(id -> "metrics/indicators/" + id + "?groupBy=department" + year);
        var cases = List.of(
                        "close-rate/cases?side=part" + year,
                        "close-rate/cases?side=missing" + year,
                        "overdue-cases/cases?side=part" + year,
                        "suspended-cases/cases?side=part&department=unit-7" + year,
                        "overdue-cases/cases?side=part&department=unit-7&classCode=E0090" + year,
                        "void-rate/cases?side=part&district=450203&channel=ONLINE_POLITICS" + year,
                        "overdue-cases/cases?side=part&classCode=E0128" + year,
                        "void-rate/cases?side=part&classCode=E0060&channel=CITY_PATROL" + year,
                        "suspension-rate/cases?side=part&district=450204&classCode=E01" + year)
                .stream()
                .map(path -> "metrics/indicators/" + path);
        var others = List.of(
                "metrics/indicators",
                "assessments",
                "metrics/assessed/supervisors/2016-05",
                "metrics/assessed/supervisors/2016",
                "metrics/assessed/grids/2016-05",
                "assessments/supervisor-index/2016-05",
                "assessments/grid-index/2016-05",
                "assessments/deduction-ledger/2016-05/appeals")
                .stream();
        return Stream.concat(
                        Stream.of(rates, indicators, cases, others)
                                .flatMap(Function.identity())
                                .map(path -> "/api/v1/" + path),
                        sheets().stream())
                .toList();
    }

    /** Of a month that is not published. */
    static List<String> sheets() {
        return Stream.of(
                        "jinhua/2016-05",
                        "national-index/2016-05",
                        "liuzhou-2016-month/2016-05",
                        "case-score/2016-05",
                        "deduction-ledger/2016-05",
                        "deduction-ledger/2016-05/units/unit-7")
                .map(path -> "/api/v1/assessments/" + path)
                .toList();
    }
}

package city.urbanops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.testkit.UrbanOpsEngines;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks into the tables from outside, and counts again in a way of its own. */
public final class Books {

    /** DESIGN §9 once more, as SQL over the facts; both sides are read in one statement, so it holds at any moment. */
    private static final String DIFFERENCES = """
            with fact as (
                select *, (ending = 'VOID') is not true and duplicate_of is null and filed_at is not null as counts
                from case_fact where reported_at is not null
            ), recounted as (
                select cast(coalesce(filed_at, reported_at) at time zone 'Asia/Shanghai' as date) as counted_on,
                       coalesce(department, 'unassigned') as department, left(area_code, 6) as district, class_code, channel,
                       count(*) as reported,
                       count(*) filter (where counts) as filed,
                       count(*) filter (where counts and assigned_at is not null) as dispatched,
                       count(*) filter (where counts and handed_back_at is not null) as handled,
                       count(*) filter (where counts and (handed_back_at is not null
                           or (passed_due_at >= due_at and suspended is not true))) as due_to_close,
                       count(*) filter (where counts and ending is not null) as closed,
                       count(*) filter (where counts and ending is not null
                           and handed_back_at <= coalesce(due_at, handed_back_at)) as closed_in_time
                from fact group by 1, 2, 3, 4, 5
            ), kept as (
                select counted_on, department, district, class_code, channel,
                       reported, filed, dispatched, handled, due_to_close, closed, closed_in_time
                from closure_rollup where reported <> 0 or filed <> 0 or closed <> 0 or due_to_close <> 0
            )
            select 'kept: ' || difference from (select * from kept except select * from recounted) as difference
            union all
            select 'recounted: ' || difference from (select * from recounted except select * from kept) as difference
            """;

    /** Every set, counted by the mask that is stored beside each fact. */
    private static final String MASK_DIFFERENCES = """
            with recounted as (
                select counted_on, coalesce(department, 'unassigned') as department, left(area_code, 6) as district,
                       class_code, channel, %1$s
                from case_fact where counted_on is not null group by 1, 2, 3, 4, 5
            ), kept as (
                select counted_on, department, district, class_code, channel, %2$s from closure_rollup where reported <> 0
            )
            select 'kept: ' || difference from (select * from kept except select * from recounted) as difference
            union all
            select 'recounted: ' || difference from (select * from recounted except select * from kept) as difference
            """.formatted(
                    eachSet(set -> "count(*) filter (where sets & " + set.bit() + " <> 0) as "
                            + set.name().toLowerCase(Locale.ROOT)),
                    eachSet(set -> set.name().toLowerCase(Locale.ROOT)));

    /** The sums for dashboards, counted from the rollups by the statement that filled them in the migration. */
    private static final String SUM_DIFFERENCES = """
            with recounted as (%1$s), kept as (select %2$s from dashboard_rollup where reported <> 0)
            select 'kept: ' || difference from (select * from kept except select * from recounted) as difference
            union all
            select 'recounted: ' || difference from (select * from recounted except select * from kept) as difference
            """.formatted(
                    ManyCases.sums()
                            .substring(ManyCases.sums().indexOf("select slice.name"))
                            .replace(";", ""),
                    "slice, within, grain, counted_from, key, "
                            + eachSet(set -> set.name().toLowerCase(Locale.ROOT)));

    private Books() {}

    private static String eachSet(Function<CaseSet, String> format) {
        return Arrays.stream(CaseSet.values()).map(format).collect(Collectors.joining(", "));
    }

    /** Fails naming each rollup that is not what the facts count to. */
    public static void assertRollupsAreTheSumOfTheFacts() throws SQLException {
        assertThat(texts("select count(*) from case_fact")).isNotEqualTo(List.of("0"));
        assertThat(texts(DIFFERENCES)).isEmpty();
        assertThat(texts(MASK_DIFFERENCES)).isEmpty();
        assertThat(texts(SUM_DIFFERENCES)).isEmpty();
    }

    /** The first column of each row of a query. */
    public static List<String> texts(String sql) throws SQLException {
        try (var connection = UrbanOpsEngines.postgres().connect("metrics");
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }
}

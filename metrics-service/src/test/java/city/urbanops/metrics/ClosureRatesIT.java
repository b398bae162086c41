package city.urbanops.metrics;

import static city.urbanops.metrics.RatesApi.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.testkit.EventProbe;
import city.urbanops.testkit.UrbanOpsEngines;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events on Kafka to rates over HTTP; each test files its cases in a year of its own. */
@QuarkusTest
@QuarkusTestResource(value = UrbanOpsEngines.class, initArgs = @ResourceArg(name = "database", value = "metrics"))
class ClosureRatesIT {

    private static final String ENFORCEMENT = "urban-enforcement";
    private static final String DUST = "E0304";
    private static final String LITTER = "E0110";
    private static final String WEST = "450202001001001";
    private static final String EAST = "450203001001001";

    private EventProbe probe;
    private RatesApi assessor;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        assessor = RatesApi.as("assessor");
    }

    @AfterEach
    void disconnect() throws SQLException {
        probe.close();
        Books.assertRollupsAreTheSumOfTheFacts();
    }

    @Test
    void counts_lives_under_every_grouping() {
        // Given
        var year = Year.of(2011);
        var march = Instant.parse("2011-03-02T01:00:00Z");
        var may = Instant.parse("2011-05-02T01:00:00Z");

        // When
        var first = filed(march, DUST, WEST)
                .dispatched(ENFORCEMENT)
                .handedBackJustInTime()
                .closed();
        filed(march, DUST, EAST).dispatched(ENFORCEMENT).overdue().handedBack().closed();
        filed(may, LITTER, EAST).dispatched("sanitation").overdue();
        filed(may, LITTER, WEST).dispatched("sanitation").suspended();
        filed(may, LITTER, WEST);
        filed(may, DUST, WEST).dispatched(ENFORCEMENT).voided();
        CaseStory.reported(probe, may, DUST, WEST).linkedTo(first.caseId()).closed();
        CaseStory.reported(probe, may, DUST, WEST);
        CaseStory.imported(probe, march, "sanitation");

        // Then
        soon(() -> assertThat(assessor.items("department", year))
                .containsExactly(
                        item("sanitation", 3, 3, 3, 1, 2, 1, 1, 1 / 3f, 0.5f),
                        item("unassigned", 3, 1, 0, 0, 0, 0, 0, 0f, null),
                        item(ENFORCEMENT, 3, 2, 2, 2, 2, 2, 1, 1f, 0.5f)));
        assertThat(assessor.items("district", year))
                .containsExactly(
                        item("450202", 6, 3, 2, 1, 1, 1, 1, 1 / 3f, 1f),
                        item("450203", 2, 2, 2, 1, 2, 1, 0, 0.5f, 0f),
                        item("450204", 1, 1, 1, 1, 1, 1, 1, 1f, 1f));
        assertThat(assessor.items("class", year))
                .extracting(row -> row.get("key"))
                .containsExactly(LITTER, DUST);
        assertThat(assessor.items("channel", year))
                .containsExactly(item("HOTLINE_12345", 9, 6, 5, 3, 4, 3, 2, 0.5f, 0.5f));
        assertThat(assessor.items("month", year))
                .containsExactly(
                        item("2011-03", 3, 3, 3, 3, 3, 3, 2, 1f, 2 / 3f), item("2011-05", 6, 3, 2, 0, 1, 0, 0, 0f, 0f));
    }

    @Test
    void a_hand_back_that_was_in_time_but_came_late_takes_the_overdue_back() {
        // Given
        var year = Year.of(2012);
        var late = filed(Instant.parse("2012-03-02T01:00:00Z"), DUST, WEST)
                .dispatched(ENFORCEMENT)
                .overdue();
        soon(() -> assertThat(assessor.item("department", ENFORCEMENT, year))
                .containsEntry("dueToClose", 1)
                .containsEntry("inTimeCloseRate", 0f));

        // When
        late.handedBackJustInTime().closed();

        // Then
        soon(() -> assertThat(assessor.items("department", year))
                .containsExactly(item(ENFORCEMENT, 1, 1, 1, 1, 1, 1, 1, 1f, 1f)));
    }

    @Test
    void reworked_reopened_and_transferred_cases_move_to_where_they_are_now() {
        // Given
        var year = Year.of(2013);
        var start = Instant.parse("2013-03-02T01:00:00Z");
        var reworked =
                filed(start, DUST, WEST).dispatched(ENFORCEMENT).handedBack().checkFailed();
        var reopened = filed(start, DUST, WEST)
                .dispatched(ENFORCEMENT)
                .handedBack()
                .closed()
                .reopened();
        filed(start, DUST, WEST).dispatched(ENFORCEMENT).overdue().transferred("sanitation");
        soon(() -> assertThat(assessor.items("department", year))
                .containsExactly(
                        item("sanitation", 1, 1, 1, 0, 0, 0, 0, 0f, null),
                        item("unassigned", 1, 1, 0, 0, 0, 0, 0, 0f, null),
                        item(ENFORCEMENT, 1, 1, 1, 0, 0, 0, 0, 0f, null)));

        // When
        reworked.handedBack().closed();
        reopened.dispatched("sanitation").overdue().handedBack().closed();

        // Then
        soon(() -> assertThat(assessor.items("department", year))
                .containsExactly(
                        item("sanitation", 2, 2, 2, 1, 1, 1, 0, 0.5f, 0f),
                        item(ENFORCEMENT, 1, 1, 1, 1, 1, 1, 1, 1f, 1f)));
    }

    @Test
    void a_delegated_case_counts_for_the_unit_the_centre_gave_it_to() {
        // Given
        var year = Year.of(2019);
        var start = Instant.parse("2019-03-02T01:00:00Z");

        // When
        filed(start, DUST, WEST)
                .dispatched(ENFORCEMENT)
                .delegated("enforcement-north")
                .handedBack()
                .closed();
        filed(start, DUST, WEST)
                .dispatched(ENFORCEMENT)
                .delegated("enforcement-north")
                .overdue();

        // Then
        soon(() -> assertThat(assessor.items("department", year))
                .containsExactly(item(ENFORCEMENT, 2, 2, 2, 1, 2, 1, 1, 0.5f, 0.5f)));
    }

    @Test
    void filing_dates_are_the_city_s_and_the_end_is_exclusive() {
        // Given: filed at 00:30 of 1 May in the city, while it was still April in Greenwich
        filed(Instant.parse("2014-04-30T15:30:00Z"), DUST, WEST);
        soon(() -> assertThat(assessor.items("month", Year.of(2014)))
                .extracting(row -> row.get("key"))
                .containsExactly("2014-05"));

        // When
        var untilMay = assessor.get(Map.of("groupBy", "month", "from", "2014-01-01", "to", "2014-05-01"));
        var fromMay = assessor.get(Map.of("groupBy", "month", "from", "2014-05-01", "to", "2014-05-02"));

        // Then
        assertThat(untilMay.jsonPath().getList("items")).isEmpty();
        assertThat(fromMay.jsonPath().getList("items")).hasSize(1);
        assertThat(Instant.parse(fromMay.jsonPath().getString("asOf"))).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void a_zero_base_is_null_and_present() {
        // Given
        CaseStory.reported(probe, Instant.parse("2015-03-02T01:00:00Z"), DUST, WEST);

        // Then
        soon(() -> assertThat(assessor.items("class", Year.of(2015)))
                .containsExactly(item(DUST, 1, 0, 0, 0, 0, 0, 0, null, null)));
    }

    @Test
    void a_lead_sees_only_the_own_unit_however_it_is_grouped() {
        // Given
        var year = Year.of(2016);
        var start = Instant.parse("2016-03-02T01:00:00Z");
        filed(start, DUST, WEST).dispatched(ENFORCEMENT);
        filed(start, LITTER, EAST).dispatched("sanitation");
        filed(start, LITTER, EAST);
        soon(() -> assertThat(assessor.items("department", year)).hasSize(3));
        var lead = RatesApi.as("lead");

        // Then
        assertThat(lead.items("department", year)).containsExactly(item(ENFORCEMENT, 1, 1, 1, 0, 0, 0, 0, 0f, null));
        assertThat(lead.items("class", year)).containsExactly(item(DUST, 1, 1, 1, 0, 0, 0, 0, 0f, null));
        assertThat(lead.items("district", year)).containsExactly(item("450202", 1, 1, 1, 0, 0, 0, 0, 0f, null));
    }

    private CaseStory filed(Instant start, String classCode, String areaCode) {
        return CaseStory.filed(probe, start, classCode, areaCode);
    }

    private static Map<String, Object> item(
            String key,
            int reported,
            int filed,
            int dispatched,
            int handled,
            int dueToClose,
            int closed,
            int closedInTime,
            Float closeRate,
            Float inTimeCloseRate) {
        var names = List.of(
                "key",
                "reported",
                "filed",
                "dispatched",
                "handled",
                "dueToClose",
                "closed",
                "closedInTime",
                "closeRate",
                "inTimeCloseRate");
        var values = new Object[] {
            key, reported, filed, dispatched, handled, dueToClose, closed, closedInTime, closeRate, inTimeCloseRate
        };
        var item = new java.util.LinkedHashMap<String, Object>();
        for (int i = 0; i < values.length; i++) {
            item.put(names.get(i), values[i]);
        }
        return item;
    }
}

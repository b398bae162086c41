package city.urbanops.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SliceTest {

    private static final LocalDate SECOND = LocalDate.of(2026, 3, 2);

    @Test
    void rollups_that_agree_in_what_a_slice_is_by_are_one_row() {
        // Given
        var changes = Map.of(
                new RollupKey(SECOND, "parks", "450202", "E0304", "OPEN311"), filed(2),
                new RollupKey(SECOND.plusDays(1), "parks", "450203", "E0304", "OPEN311"), filed(3));

        // When
        var sums = Slice.of(changes);

        // Then
        var march = SECOND.withDayOfMonth(1);
        assertThat(sums.get(new Slice.Key(Slice.CLASSES, "", Slice.Grain.MONTH, march, "E0304")))
                .isEqualTo(filed(5));
        assertThat(sums.get(new Slice.Key(Slice.CLASSES, "", Slice.Grain.DAY, SECOND, "E0304")))
                .isEqualTo(filed(2));
        assertThat(sums.get(new Slice.Key(Slice.CHANNELS_OF_DISTRICT, "450203", Slice.Grain.MONTH, march, "OPEN311")))
                .isEqualTo(filed(3));
        assertThat(sums.keySet())
                .filteredOn(key -> !key.within().isEmpty())
                .extracting(Slice.Key::grain)
                .containsOnly(Slice.Grain.MONTH);
    }

    @Test
    void a_case_that_moves_to_another_unit_changes_nothing_by_class() {
        // Given
        var changes = Map.of(
                new RollupKey(SECOND, "parks", "450202", "E0304", "OPEN311"), filed(-1),
                new RollupKey(SECOND, "water", "450202", "E0304", "OPEN311"), filed(1));

        // Then
        assertThat(Slice.of(changes).keySet())
                .extracting(Slice.Key::slice)
                .contains(Slice.DEPARTMENTS)
                .doesNotContain(Slice.CLASSES, Slice.CHANNELS, Slice.DISTRICTS, Slice.CLASSES_OF_DISTRICT);
    }

    private static Counts filed(int cases) {
        var counts = new Counts();
        counts.add(CaseSet.FILED, cases);
        return counts;
    }
}

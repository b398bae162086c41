package city.urbanops.metrics.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClosureRatesTest {

    @Test
    void divides_by_the_filed_and_by_those_due() {
        // Given: the close rate a bulletin prints as 98.63 %
        var counts = new Counts();
        counts.add(CaseSet.FILED, 172_330);
        counts.add(CaseSet.CLOSED, 169_969);
        counts.add(CaseSet.DUE_TO_CLOSE, 160_000);
        counts.add(CaseSet.CLOSED_IN_TIME, 120_000);

        // When
        var rates = ClosureRates.of(counts);

        // Then
        assertThat(rates.closeRate()).isEqualTo(169_969d / 172_330);
        assertThat(rates.inTimeCloseRate()).isEqualTo(0.75);
    }

    @Test
    void a_zero_base_is_not_evaluated() {
        // Given
        var counts = new Counts();
        counts.add(CaseSet.REPORTED, 3);

        // When
        var rates = ClosureRates.of(counts);

        // Then
        assertThat(rates.closeRate()).isNull();
        assertThat(rates.inTimeCloseRate()).isNull();
    }
}

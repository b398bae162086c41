package city.urbanops.dispatch.learning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {

    @Test
    void says_nothing_about_a_handful() {
        assertThat(Watch.judge(results(19, 19, 0.99), 0.9, 0.996, 20)).isInstanceOf(Watch.Finding.Keeps.class);
    }

    @Test
    void lets_bad_luck_pass() {
        // one wrong in a hundred may still be 99.6 % in truth
        assertThat(Watch.judge(results(100, 1, 0.99), 0.9, 0.996, 20)).isInstanceOf(Watch.Finding.Keeps.class);
    }

    @Test
    void stops_a_model_that_is_very_likely_worse_than_wanted() {
        assertThat(Watch.judge(results(100, 3, 0.99), 0.9, 0.996, 20)).isEqualTo(new Watch.Finding.Stop(3, 100));
    }

    @Test
    void raises_the_threshold_where_the_surest_results_still_hold() {
        // Given: above 0.99 all is right, between 0.9 and 0.95 one in ten is wrong, in the older half as in the newer
        List<Watch.Result> live = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            live.add(new Watch.Result(0.99, true, true));
            live.add(new Watch.Result(0.93, true, i % 10 != 0));
        }

        // When
        Watch.Finding finding = Watch.judge(live, 0.9, 0.996, 20);

        // Then
        assertThat(finding).isEqualTo(new Watch.Finding.Raise(0.99, 400, 8_000));
    }

    @Test
    void judges_only_what_was_decided_without_a_person() {
        List<Watch.Result> live = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            live.add(new Watch.Result(0.5, false, false));
        }
        assertThat(Watch.judge(live, 0.9, 0.996, 20)).isInstanceOf(Watch.Finding.Keeps.class);
    }

    private static List<Watch.Result> results(int cases, int wrong, double confidence) {
        List<Watch.Result> results = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            results.add(new Watch.Result(confidence, true, i >= wrong));
        }
        return results;
    }
}

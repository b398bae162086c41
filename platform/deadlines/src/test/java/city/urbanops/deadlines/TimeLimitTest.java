package city.urbanops.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeLimitTest {

    @ParameterizedTest
    @ValueSource(strings = {"2uh", "4wh", "1wd", "2ud", "15wd", "2620wd", "15um", "5270400um"})
    void compact_form_reads_back(String text) {
        assertThat(TimeLimit.parse(text)).hasToString(text);
    }

    @Test
    void parse_reads_amount_and_unit() {
        assertThat(TimeLimit.parse("4wh")).isEqualTo(new TimeLimit(4, TimeUnit.WORKING_HOUR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "wh",
                "0wh",
                "-1wh",
                "+4wh",
                "04wh",
                "4 wh",
                " 4wh",
                "4WH",
                "4xx",
                "4.5wh",
                "4wh\n",
                "99999999wh"
            })
    void refuses_anything_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeLimit.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5270401um", "87841uh", "3661ud", "20961wh", "2621wd"})
    void refuses_more_than_ten_years(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TimeLimit.parse(text));
    }

    @Test
    void extension_adds_the_original_limit_each_time() {
        TimeLimit limit = TimeLimit.parse("5wd");

        assertThat(limit.extended(0)).isEqualTo(limit);
        assertThat(limit.extended(1)).hasToString("10wd");
        assertThat(limit.extended(2)).hasToString("15wd");
        assertThatIllegalArgumentException().isThrownBy(() -> limit.extended(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> limit.extended(Integer.MAX_VALUE));
        assertThatIllegalArgumentException().isThrownBy(() -> limit.extended(600));
    }
}

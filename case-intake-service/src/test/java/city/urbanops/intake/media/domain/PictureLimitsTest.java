package city.urbanops.intake.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PictureLimitsTest {

    private final PictureLimits limits = new PictureLimits(1000, 50_000_000, 16_000_000);

    @Test
    void refuses_by_the_header_alone_and_without_overflow() {
        assertThat(limits.refuses(8160, 6120)).isFalse();
        assertThat(limits.refuses(10_000, 5_001)).isTrue();
        assertThat(limits.refuses(Integer.MAX_VALUE, Integer.MAX_VALUE)).isTrue();
        assertThat(limits.refuses(0, 10)).isTrue();
    }

    @Test
    void keeps_every_pixel_of_what_fits() {
        assertThat(limits.step(4000, 4000, 3)).isEqualTo(1);
        assertThat(limits.step(4001, 4000, 3)).isEqualTo(2);
        assertThat(limits.step(8160, 6120, 3)).isEqualTo(2);
    }

    @Test
    void reckons_with_the_memory_a_pixel_takes() {
        assertThat(limits.step(4000, 4000, 8)).isEqualTo(2);
    }
}

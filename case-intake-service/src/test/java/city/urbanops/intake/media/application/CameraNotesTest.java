package city.urbanops.intake.media.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.urbanops.intake.media.Exif;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class CameraNotesTest {

    private static final TimeZone CITY = TimeZone.getTimeZone("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-11-28T00:00:00Z");

    @Test
    void reads_when_and_where() {
        var notes = CameraNotes.of(Exif.of(-70.5, -33.25, "2026:11:20 09:30:00", "-03:00", 8), CITY, NOW);

        assertThat(notes.takenAt()).isEqualTo(Instant.parse("2026-11-20T12:30:00Z"));
        assertThat(notes.position().lng()).isCloseTo(-70.5, within(1e-6));
        assertThat(notes.position().lat()).isCloseTo(-33.25, within(1e-6));
        assertThat(notes.orientation().value()).isEqualTo(8);
    }

    @Test
    void takes_the_citys_time_for_a_camera_that_does_not_say_which() {
        var notes = CameraNotes.of(Exif.of(109, 24, "2026:11:20 09:30:00", "      ", 1), CITY, NOW);

        assertThat(notes.takenAt()).isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));
    }

    @Test
    void believes_nothing_that_cannot_be() {
        assertThat(CameraNotes.of(Exif.of(0, 0, "0000:00:00 00:00:00", "+08:00", 99), CITY, NOW))
                .isEqualTo(CameraNotes.NONE);
        assertThat(CameraNotes.of(Exif.of(999, 24, "2126:01:01 00:00:00", "+08:00", 0), CITY, NOW))
                .isEqualTo(CameraNotes.NONE);
    }

    @Test
    void survives_notes_that_are_damaged_anywhere() {
        var whole = Exif.of(109, 24, "2026:11:20 09:30:00", "+08:00", 1);
        var random = new Random(7);

        for (int i = 0; i < 2_000; i++) {
            var damaged = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            assertThat(CameraNotes.of(damaged, CITY, NOW)).isNotNull();
        }
        assertThat(CameraNotes.of(null, CITY, NOW)).isEqualTo(CameraNotes.NONE);
    }
}

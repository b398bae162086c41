package city.urbanops.intake.media.application;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.domain.Orientation;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {

    /** Letters of a picture two wide and three high, as Exif 2.32 describes the eight orientations of an upright F. */
    @ParameterizedTest(name = "orientation {0}")
    @CsvSource({
        "1, ab/cd/ef",
        "2, ba/dc/fe",
        "3, fe/dc/ba",
        "4, ef/cd/ab",
        "5, ace/bdf",
        "6, eca/fdb",
        "7, fdb/eca",
        "8, bdf/ace",
        "9, ab/cd/ef"
    })
    void lays_a_picture_upright(int tag, String upright) {
        // Given
        var image = new BufferedImage(2, 3, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 6; i++) {
            image.setRGB(i % 2, i / 2, 'a' + i);
        }

        // When
        var result = Pixels.upright(image, Orientation.ofTag(tag));

        // Then
        var rows = new StringBuilder();
        for (int y = 0; y < result.getHeight(); y++) {
            rows.append(y == 0 ? "" : "/");
            for (int x = 0; x < result.getWidth(); x++) {
                rows.append((char) (result.getRGB(x, y) & 0xFF));
            }
        }
        assertThat(rows.toString()).isEqualTo(upright);
    }

    @Test
    void makes_small_what_is_large_and_leaves_small_what_is_small() {
        var small = Pixels.thumbnail(Pictures.image(1000, 401), 320);

        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(128);
        assertThat(small.getRGB(10, 127)).isEqualTo(0xFFFF0000);
        assertThat(small.getRGB(310, 0)).isEqualTo(0xFF0000FF);
        assertThat(Pixels.thumbnail(Pictures.image(3, 2), 320).getWidth()).isEqualTo(3);
        assertThat(Pixels.thumbnail(Pictures.image(5000, 1), 320).getHeight()).isEqualTo(1);
    }

    @Test
    void puts_what_is_transparent_on_white() {
        assertThat(Pixels.thumbnail(new BufferedImage(9, 9, BufferedImage.TYPE_INT_ARGB), 320)
                        .getRGB(4, 4))
                .isEqualTo(0xFFFFFFFF);
    }

    @Test
    void leaves_grey_as_grey_as_it_is() {
        var image = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(1, 1, 0, 100);

        assertThat(Pixels.thumbnail(image, 320).getRGB(1, 1)).isEqualTo(0xFF646464);
    }
}

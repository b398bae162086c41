package city.urbanops.intake.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.media.Exif;
import city.urbanops.intake.media.Pictures;
import city.urbanops.intake.media.domain.PictureFile.Format;
import city.urbanops.intake.media.domain.PictureFile.Unusable;
import city.urbanops.intake.media.domain.PictureFile.Usable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PictureFileTest {

    private static final byte[] TIFF = Exif.of(109.41, 24.31, "2026:11:20 09:30:00", "+08:00", 1);

    @Test
    void leaves_of_a_jpeg_what_makes_the_picture_and_hands_the_notes_on() {
        var file = Pictures.joined(Pictures.noted(Pictures.jpeg(60, 40), TIFF), Pictures.zip());

        var usable = (Usable) PictureFile.of(file);

        assertThat(usable.format()).isEqualTo(Format.JPEG);
        assertThat(usable.exif()).isEqualTo(TIFF);
        assertThat(text(usable.picture())).doesNotContain("Exif", "php", "secret", "ICC_PROFILE", "PK\3\4");
        assertThat(usable.picture()).endsWith(0xFF, 0xD9);
    }

    @Test
    void leaves_of_a_png_what_makes_the_picture() {
        var usable = (Usable) PictureFile.of(Pictures.joined(Pictures.pngWithTextBomb(1000), Pictures.zip()));

        assertThat(usable.format()).isEqualTo(Format.PNG);
        assertThat(text(usable.picture())).contains("IHDR", "PLTE", "IDAT").doesNotContain("zTXt", "PK\3\4");
    }

    @Test
    void finds_every_place_where_a_file_is_cut_off() {
        for (var whole : new byte[][] {Pictures.noted(Pictures.jpeg(30, 30), TIFF), Pictures.png(30, 30)}) {
            for (int length = 8; length < whole.length; length++) {
                assertThat(PictureFile.of(Arrays.copyOf(whole, length)))
                        .as("%d of %d bytes", length, whole.length)
                        .isInstanceOf(Unusable.class);
            }
            assertThat(PictureFile.of(whole)).isInstanceOf(Usable.class);
        }
    }

    @Test
    void refuses_a_jpeg_of_countless_scans() {
        var jpeg = Pictures.jpeg(8, 8);
        var scan = new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 2};
        var body = Arrays.copyOf(jpeg, jpeg.length - 2);
        var scans = new byte[101 * scan.length];
        for (int i = 0; i < scans.length; i++) {
            scans[i] = scan[i % scan.length];
        }

        var file = Pictures.joined(body, scans, new byte[] {(byte) 0xFF, (byte) 0xD9});

        assertThat(PictureFile.of(file)).isEqualTo(new Unusable("has more than 100 scans"));
    }

    @Test
    void says_what_it_was_sent_instead() {
        assertThat(PictureFile.of("GIF89a".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(new Unusable("is a GIF file; send JPEG or PNG"));
        assertThat(PictureFile.of("\0\0\0\30ftypheic".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(new Unusable("is a HEIC file; send JPEG or PNG"));
        assertThat(PictureFile.of(new byte[0])).isEqualTo(new Unusable("is no JPEG or PNG picture"));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

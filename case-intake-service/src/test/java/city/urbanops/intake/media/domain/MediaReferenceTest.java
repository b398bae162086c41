package city.urbanops.intake.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class MediaReferenceTest {

    @Test
    void finds_its_own_photos_again_however_the_urn_is_written() {
        var id = UUID.randomUUID();

        assertThat(MediaReference.idOf(MediaReference.of(id))).contains(id);
        assertThat(MediaReference.idOf("URN:UrbanOps:media:" + id)).contains(id);
    }

    @Test
    void leaves_the_photos_of_others_alone() {
        assertThat(MediaReference.isOurs("https://photos.example.org/urn:urbanops:media:1"))
                .isFalse();
        assertThat(MediaReference.idOf("https://photos.example.org/1")).isEmpty();
    }

    @Test
    void takes_no_short_form_for_an_id() {
        assertThat(MediaReference.isOurs("urn:urbanops:media:1-1-1-1-1")).isTrue();
        assertThat(MediaReference.idOf("urn:urbanops:media:1-1-1-1-1")).isEmpty();
        assertThat(MediaReference.idOf("urn:urbanops:media:")).isEmpty();
    }
}

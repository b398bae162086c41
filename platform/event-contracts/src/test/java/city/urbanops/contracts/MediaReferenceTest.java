package city.urbanops.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
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

    @Test
    void an_event_tells_of_our_photos_once_each_and_of_no_others() {
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();

        var told = MediaReference.ours(List.of(
                "URN:urbanops:media:" + first.toString().toUpperCase(Locale.ROOT),
                "https://photos.example.org/1.jpg",
                second.toString(),
                MediaReference.of(first)));

        assertThat(told).contains(List.of(MediaReference.of(first), MediaReference.of(second)));
        assertThat(MediaReference.ours(List.of("https://photos.example.org/1.jpg")))
                .isEmpty();
    }

    @Test
    void a_request_names_photos_by_reference_id_or_foreign_uri() {
        var id = UUID.randomUUID();

        assertThat(List.of("urn:urbanops:media:" + id, "URN:UrbanOps:Media:" + id, id.toString(), "s3://photo"))
                .allSatisfy(text -> assertThat(text).matches(MediaReference.NAMED));
        assertThat(List.of(
                        "p1.jpg", "", " ", "urn:urbanops:media:1", "urn:urbanops:media:" + id + "0", "https:", "a:b c"))
                .allSatisfy(text -> assertThat(text).doesNotMatch(MediaReference.NAMED));
    }
}

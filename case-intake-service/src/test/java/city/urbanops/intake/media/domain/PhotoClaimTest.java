package city.urbanops.intake.media.domain;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.media.domain.Photo.State;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhotoClaimTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final PhotoClaim HANDLED = new PhotoClaim(CASE, "officer", 2, true);
    private static final PhotoClaim FOUND = new PhotoClaim(CASE, "officer", 2, false);

    @ParameterizedTest
    @CsvSource({"READY,,", "UPLOADING,, NOT_FINISHED", "GOING,, UNKNOWN"})
    void takes_a_finished_photo_that_is_free(State state, @Nullable UUID of, @Nullable PhotoRefusal refusal) {
        assertThat(HANDLED.refusalOf(photo(MediaKind.NEAR, state, "officer", of))
                        .orElse(null))
                .isEqualTo(refusal);
    }

    @Test
    void knows_no_photo_that_is_not_there() {
        assertThat(HANDLED.refusalOf(null)).contains(PhotoRefusal.UNKNOWN);
    }

    @Test
    void takes_nobody_elses_picture_not_even_one_of_the_case() {
        assertThat(HANDLED.refusalOf(photo(MediaKind.NEAR, State.READY, "agent", CASE)))
                .contains(PhotoRefusal.SOMEONE_ELSES);
        assertThat(HANDLED.refusalOf(photo(MediaKind.NEAR, State.UPLOADING, "agent", null)))
                .as("whether it is finished is the uploader's business")
                .contains(PhotoRefusal.SOMEONE_ELSES);
    }

    @Test
    void takes_none_of_another_case() {
        assertThat(HANDLED.refusalOf(photo(MediaKind.NEAR, State.READY, "officer", UUID.randomUUID())))
                .contains(PhotoRefusal.OF_ANOTHER_CASE);
    }

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void what_a_unit_hands_in_as_handled_shows_that_unless_it_was_taken_before(MediaKind kind) {
        var attached = HANDLED.onto(photo(kind, State.READY, "officer", null));

        assertThat(attached.caseId()).isEqualTo(CASE);
        assertThat(attached.round()).isEqualTo(2);
        assertThat(attached.afterHandling()).isEqualTo(kind != MediaKind.BEFORE);
    }

    @Test
    void what_was_said_first_of_a_photo_stays() {
        var found = FOUND.onto(photo(MediaKind.NEAR, State.READY, "officer", null));

        assertThat(found.showsItHandled()).isFalse();
        assertThat(HANDLED.refusalOf(found)).isEmpty();
        assertThat(HANDLED.onto(found)).isEqualTo(found);
    }

    private static Photo photo(MediaKind kind, State state, String uploadedBy, @Nullable UUID caseId) {
        return new Photo(UUID.randomUUID(), kind, state, uploadedBy, Instant.EPOCH, null, null, caseId, null, false);
    }
}

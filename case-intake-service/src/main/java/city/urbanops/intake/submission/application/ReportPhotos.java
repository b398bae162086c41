package city.urbanops.intake.submission.application;

import city.urbanops.intake.media.application.AttachPhotos.Mention;
import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.intake.submission.application.ChannelDetails.Patrol;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The photos a report names, in all the places where it can. */
final class ReportPhotos {

    private ReportPhotos() {}

    static List<Mention> of(ReportRequest request, @Nullable ChannelDetails details) {
        return Stream.concat(Mention.in("media", request.media()), ofPatrol(details))
                .toList();
    }

    /** A patrol's system may keep its pictures itself, under ids of its own. */
    private static Stream<Mention> ofPatrol(@Nullable ChannelDetails details) {
        if (!(details instanceof Patrol patrol) || patrol.photos() == null) {
            return Stream.empty();
        }
        var photos = patrol.photos();
        return IntStream.range(0, photos.size()).mapToObj(i -> {
            var field = "details.photos[%d].".formatted(i);
            var photo = photos.get(i);
            return Mention.ofAnySystem(
                    field + "mediaId",
                    photo.mediaId(),
                    field + "kind",
                    MediaKind.valueOf(photo.kind().name()));
        });
    }
}

package city.urbanops.intake.media.application;

import city.urbanops.intake.media.application.CheckPicture.CheckedPicture;
import city.urbanops.intake.media.domain.Photo.Contents;
import city.urbanops.intake.media.domain.PictureFile.Format;
import city.urbanops.kit.ids.Ids;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Checks a file and puts picture and thumbnail into the store, under names nobody has used before. */
@Singleton
class StorePicture {

    private final CheckPicture check;
    private final PhotoStore store;
    private final CityBounds city;
    private final Ids ids;

    StorePicture(CheckPicture check, PhotoStore store, CityBounds city, Ids ids) {
        this.check = check;
        this.store = store;
        this.city = city;
        this.ids = ids;
    }

    /**
     * Stores the picture of a file. Blocks.
     *
     * @param field named if the file is refused
     * @throws city.urbanops.kit.problem.ProblemException 413, 422 or 503
     */
    Contents store(UUID photo, byte[] file, String field) {
        var checked = check.check(file, field);
        var key = ObjectKeys.picture(photo, ids.next());
        store.put(ObjectKeys.thumbnail(key), checked.thumbnail(), Format.JPEG.contentType());
        store.put(key, checked.picture(), checked.format().contentType());
        return contents(key, checked);
    }

    private Contents contents(String key, CheckedPicture checked) {
        var position = checked.notes().position();
        return new Contents(
                key,
                checked.format().contentType(),
                checked.width(),
                checked.height(),
                checked.picture().length,
                checked.notes().takenAt(),
                position,
                position != null && city.excludes(position));
    }
}

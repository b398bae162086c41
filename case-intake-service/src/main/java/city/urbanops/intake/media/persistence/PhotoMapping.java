package city.urbanops.intake.media.persistence;

import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.intake.media.domain.Photo.Contents;
import city.urbanops.intake.media.domain.Photo.Promise;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Row to photo. */
final class PhotoMapping {

    private PhotoMapping() {}

    static Photo photo(Row row) {
        return new Photo(
                row.getUUID("media_id"),
                MediaKind.valueOf(row.getString("kind")),
                Photo.State.valueOf(row.getString("state")),
                row.getString("uploaded_by"),
                row.getOffsetDateTime("created_at").toInstant(),
                promise(row),
                contents(row),
                row.getUUID("case_id"),
                row.getInteger("round"),
                row.getBoolean("after_handling"));
    }

    private static @Nullable Promise promise(Row row) {
        var until = instant(row.getOffsetDateTime("upload_until"));
        return until == null
                ? null
                : new Promise(
                        row.getString("promised_type"),
                        row.getLong("promised_bytes"),
                        row.getString("promised_sha256"),
                        until);
    }

    private static @Nullable Contents contents(Row row) {
        var key = row.getString("object_key");
        return key == null
                ? null
                : new Contents(
                        key,
                        row.getString("content_type"),
                        row.getInteger("width"),
                        row.getInteger("height"),
                        row.getLong("bytes"),
                        instant(row.getOffsetDateTime("taken_at")),
                        point(row.getDouble("lng"), row.getDouble("lat")),
                        row.getBoolean("position_outside_city"));
    }

    private static @Nullable Point point(@Nullable Double lng, @Nullable Double lat) {
        return lng == null || lat == null ? null : new Point(lng, lat);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

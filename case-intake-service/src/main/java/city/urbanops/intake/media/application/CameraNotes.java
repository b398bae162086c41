package city.urbanops.intake.media.application;

import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.media.domain.Orientation;
import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import java.time.Instant;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * What the camera noted beside the picture.
 *
 * @param takenAt when, if it says so
 * @param position where, WGS-84, if it says so
 */
record CameraNotes(
        Orientation orientation,
        @Nullable Instant takenAt,
        @Nullable Point position) {

    static final CameraNotes NONE = new CameraNotes(Orientation.UPRIGHT, null, null);

    /** Before there were digital cameras to speak of; also keeps out what no calendar holds. */
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final long CLOCK_TOLERANCE_SECONDS = 86_400;

    /**
     * Reads Exif notes; what cannot be read, or cannot be true, counts as not noted.
     *
     * @param exif a TIFF structure, absent if there is none
     * @param zone for a camera that does not say which
     */
    static CameraNotes of(byte @Nullable [] exif, TimeZone zone, Instant now) {
        if (exif == null) {
            return NONE;
        }
        var metadata = new Metadata();
        try {
            new ExifReader().extract(new ByteArrayReader(exif), metadata, 0);
            return new CameraNotes(orientation(metadata), takenAt(metadata, zone, now), position(metadata));
        } catch (RuntimeException unreadable) {
            return NONE;
        }
    }

    private static Orientation orientation(Metadata metadata) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class))
                .map(directory -> directory.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                .map(Orientation::ofTag)
                .orElse(Orientation.UPRIGHT);
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type, left at once
    private static @Nullable Instant takenAt(Metadata metadata, TimeZone zone, Instant now) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class))
                .map(directory -> directory.getDateOriginal(zone))
                .map(date -> Instant.ofEpochMilli(date.getTime()))
                .filter(at -> at.isAfter(EARLIEST) && at.isBefore(now.plusSeconds(CLOCK_TOLERANCE_SECONDS)))
                .orElse(null);
    }

    private static @Nullable Point position(Metadata metadata) {
        return Optional.ofNullable(metadata.getFirstDirectoryOfType(GpsDirectory.class))
                .map(GpsDirectory::getGeoLocation)
                // a camera without reception writes zeros
                .filter(at -> !at.isZero())
                .filter(at -> Math.abs(at.getLatitude()) <= 90 && Math.abs(at.getLongitude()) <= 180)
                .map(at -> new Point(at.getLongitude(), at.getLatitude()))
                .orElse(null);
    }
}

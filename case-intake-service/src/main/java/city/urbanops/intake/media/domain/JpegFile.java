package city.urbanops.intake.media.domain;

import city.urbanops.intake.media.domain.PictureFile.Format;
import city.urbanops.intake.media.domain.PictureFile.Unusable;
import city.urbanops.intake.media.domain.PictureFile.Usable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The segments of a JPEG file (ITU-T T.81 annex B), up to the end of its first picture. */
final class JpegFile {

    /** A progressive picture has about ten scans; thousands of tiny ones keep a decoder busy for hours. */
    private static final int MOST_SCANS = 100;

    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;
    private static final int FIRST_APPLICATION = 0xE0;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int EXIF_SEGMENT = 0xE1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);

    /** They say how colours are coded. */
    private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);

    private static final Unusable CUT_OFF = new Unusable("is cut off: its end is missing");
    private static final Unusable DAMAGED = new Unusable("is damaged");

    private final byte[] file;
    private final ByteArrayOutputStream kept;
    private byte @Nullable [] exif;
    private int at;
    private int scans;

    private JpegFile(byte[] file) {
        this.file = file;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static boolean begins(byte[] file) {
        return file.length > 3
                && (file[0] & 0xFF) == 0xFF
                && (file[1] & 0xFF) == START_OF_IMAGE
                && file[2] == (byte) 0xFF;
    }

    static PictureFile read(byte[] file) {
        return new JpegFile(file).read();
    }

    private PictureFile read() {
        kept.write(file, 0, 2);
        at = 2;
        while (at < file.length) {
            if ((file[at] & 0xFF) != 0xFF) {
                return DAMAGED;
            }
            while (at < file.length && (file[at] & 0xFF) == 0xFF) {
                at++;
            }
            if (at == file.length) {
                return CUT_OFF;
            }
            var marker = file[at++] & 0xFF;
            if (marker == END_OF_IMAGE) {
                return end();
            }
            if (!isBare(marker)) {
                var refusal = segment(marker);
                if (refusal != null) {
                    return refusal;
                }
            }
        }
        return CUT_OFF;
    }

    private PictureFile end() {
        mark(END_OF_IMAGE);
        return scans == 0 ? DAMAGED : new Usable(Format.JPEG, kept.toByteArray(), exif);
    }

    private @Nullable Unusable segment(int marker) {
        if (at + 2 > file.length) {
            return CUT_OFF;
        }
        var length = ((file[at] & 0xFF) << 8) | (file[at + 1] & 0xFF);
        if (length < 2) {
            return DAMAGED;
        }
        var end = at + length;
        if (end > file.length) {
            return CUT_OFF;
        }
        if (marker == EXIF_SEGMENT && exif == null && holds(EXIF)) {
            exif = Arrays.copyOfRange(file, at + 2 + EXIF.length, end);
        }
        if (isNeeded(marker)) {
            mark(marker);
            kept.write(file, at, length);
        }
        at = end;
        return marker == START_OF_SCAN ? scan() : null;
    }

    /** Coded data: ends at a marker other than those that belong to it. A 0xFF of the data itself is followed by zero. */
    private @Nullable Unusable scan() {
        if (++scans > MOST_SCANS) {
            return new Unusable("has more than " + MOST_SCANS + " scans");
        }
        var from = at;
        while (at + 1 < file.length) {
            if ((file[at] & 0xFF) == 0xFF && endsScan(file[at + 1] & 0xFF)) {
                kept.write(file, from, at - from);
                return null;
            }
            at++;
        }
        return CUT_OFF;
    }

    private static boolean endsScan(int next) {
        return next != 0 && next != 0xFF && (next < FIRST_RESTART || next > LAST_RESTART);
    }

    private static boolean isBare(int marker) {
        return marker == TEMPORARY || (marker >= FIRST_RESTART && marker <= START_OF_IMAGE) || marker == 0;
    }

    private boolean isNeeded(int marker) {
        if (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION) {
            return (marker == FIRST_APPLICATION && holds(JFIF)) || (marker == LAST_APPLICATION - 1 && holds(ADOBE));
        }
        return marker != COMMENT;
    }

    private boolean holds(byte[] start) {
        var from = at + 2;
        return from + start.length <= file.length
                && Arrays.equals(file, from, from + start.length, start, 0, start.length);
    }

    private void mark(int marker) {
        kept.write(0xFF);
        kept.write(marker);
    }
}

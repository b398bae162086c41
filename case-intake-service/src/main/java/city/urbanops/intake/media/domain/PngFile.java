package city.urbanops.intake.media.domain;

import city.urbanops.intake.media.domain.PictureFile.Format;
import city.urbanops.intake.media.domain.PictureFile.Unusable;
import city.urbanops.intake.media.domain.PictureFile.Usable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The chunks of a PNG file (ISO/IEC 15948 §5), up to its end chunk. */
final class PngFile {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /** Length, type and checksum. */
    private static final int FRAME = 12;

    private static final int MOST_EXIF_BYTES = 1 << 20;
    private static final String EXIF = "eXIf";
    private static final String END = "IEND";

    /** Text and profiles are compressed and may unpack to anything; none of them makes the picture. */
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", END);

    private static final Unusable CUT_OFF = new Unusable("is cut off: its end is missing");
    private static final Unusable DAMAGED = new Unusable("is damaged");

    private PngFile() {}

    static boolean begins(byte[] file) {
        return file.length >= SIGNATURE.length
                && Arrays.equals(file, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
    }

    static PictureFile read(byte[] file) {
        var kept = new ByteArrayOutputStream(file.length);
        kept.write(file, 0, SIGNATURE.length);
        byte @Nullable [] exif = null;
        var at = SIGNATURE.length;
        while (at + FRAME <= file.length) {
            var length = ByteBuffer.wrap(file).getInt(at);
            if (length < 0) {
                return DAMAGED;
            }
            if (length > file.length - at - FRAME) {
                return CUT_OFF;
            }
            var type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (NEEDED.contains(type)) {
                kept.write(file, at, FRAME + length);
            }
            if (type.equals(EXIF) && length <= MOST_EXIF_BYTES) {
                exif = Arrays.copyOfRange(file, at + 8, at + 8 + length);
            }
            if (type.equals(END)) {
                return new Usable(Format.PNG, kept.toByteArray(), exif);
            }
            at += FRAME + length;
        }
        return CUT_OFF;
    }
}

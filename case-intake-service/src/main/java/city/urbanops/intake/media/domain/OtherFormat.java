package city.urbanops.intake.media.domain;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Formats people send in good faith, so that the answer can name them. */
final class OtherFormat {

    private OtherFormat() {}

    static Optional<String> name(byte[] file) {
        if (has(file, 0, "GIF8")) {
            return Optional.of("GIF");
        }
        if (has(file, 0, "RIFF") && has(file, 8, "WEBP")) {
            return Optional.of("WebP");
        }
        if (has(file, 4, "ftyphei") || has(file, 4, "ftypmif1") || has(file, 4, "ftypmsf1")) {
            return Optional.of("HEIC");
        }
        if (has(file, 4, "ftypavif")) {
            return Optional.of("AVIF");
        }
        if (has(file, 0, "BM")) {
            return Optional.of("BMP");
        }
        if (has(file, 0, "II*\0") || has(file, 0, "MM\0*")) {
            return Optional.of("TIFF");
        }
        return Optional.empty();
    }

    private static boolean has(byte[] file, int at, String what) {
        var wanted = what.getBytes(StandardCharsets.ISO_8859_1);
        if (file.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (file[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}

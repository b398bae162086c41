package city.urbanops.intake.media.domain;

import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file turns out to be, by its bytes and not by its name. A decoder gets to see only what makes the picture: no
 * comment, no colour profile, no other format appended, nothing compressed but the picture itself.
 */
public sealed interface PictureFile {

    /**
     * A picture.
     *
     * @param picture the file without everything a decoder does not need
     * @param exif the camera's notes, a TIFF structure as they came; absent if there are none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Usable(Format format, byte[] picture, byte @Nullable [] exif) implements PictureFile {}

    /** Not a picture that is accepted, and why; the words follow the field's name. */
    record Unusable(String reason) implements PictureFile {}

    /** What is accepted. */
    enum Format {
        JPEG("image/jpeg", "jpg"),
        PNG("image/png", "png");

        private final String contentType;
        private final String extension;

        Format(String contentType, String extension) {
            this.contentType = contentType;
            this.extension = extension;
        }

        public String contentType() {
            return contentType;
        }

        public String extension() {
            return extension;
        }
    }

    /** Takes a file apart. */
    static PictureFile of(byte[] file) {
        if (JpegFile.begins(file)) {
            return JpegFile.read(file);
        }
        if (PngFile.begins(file)) {
            return PngFile.read(file);
        }
        return new Unusable(OtherFormat.name(file)
                .map(name -> "is a " + name + " file; send JPEG or PNG")
                .orElse("is no JPEG or PNG picture"));
    }
}

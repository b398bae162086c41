package city.urbanops.intake.media.domain;

/**
 * How the pixels of a picture have to be laid out so that it stands upright (Exif 2.32, tag Orientation).
 *
 * @param value 1 to 8; 1 is upright
 */
public record Orientation(int value) {

    public static final Orientation UPRIGHT = new Orientation(1);

    /** The orientation of a tag; whatever the standard does not know is upright. */
    public static Orientation ofTag(int value) {
        return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
    }

    public boolean isUpright() {
        return value == 1;
    }

    /** True if width and height change places. */
    public boolean turns() {
        return value >= 5;
    }

    /** Where a pixel goes: its column in the upright picture; the width and height are those of the picture as it is. */
    public int column(int x, int y, int width, int height) {
        return switch (value) {
            case 2, 3 -> width - 1 - x;
            case 5, 8 -> y;
            case 6, 7 -> height - 1 - y;
            default -> x;
        };
    }

    /** Where a pixel goes: its row in the upright picture. */
    public int row(int x, int y, int width, int height) {
        return switch (value) {
            case 3, 4 -> height - 1 - y;
            case 5, 6 -> x;
            case 7, 8 -> width - 1 - x;
            default -> y;
        };
    }
}

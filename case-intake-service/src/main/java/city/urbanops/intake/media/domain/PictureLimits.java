package city.urbanops.intake.media.domain;

/**
 * What is accepted, and how much of it is kept.
 *
 * @param mostBytes of an uploaded file
 * @param mostPixels of an uploaded picture, as its header says
 * @param keptPixels a larger picture is kept with every second pixel, or every third, of every second or third row
 */
public record PictureLimits(long mostBytes, long mostPixels, long keptPixels) {

    /** A decoded pixel of four bytes: what {@link #keptPixels} is reckoned with. */
    private static final int BYTES_PER_PIXEL = 4;

    /** True if a picture of that size is not even decoded. */
    public boolean refuses(int width, int height) {
        return width <= 0 || height <= 0 || (long) width * height > mostPixels;
    }

    /**
     * Of how many pixels in a row, and of how many rows, one is decoded; 1 for all of them.
     *
     * @param bytesPerPixel as the decoder lays them out
     */
    public int step(int width, int height, int bytesPerPixel) {
        var step = 1;
        while (pixels(width, height, step) > keptPixels
                || pixels(width, height, step) * bytesPerPixel > keptPixels * BYTES_PER_PIXEL) {
            step++;
        }
        return step;
    }

    private static long pixels(int width, int height, int step) {
        return (long) ((width + step - 1) / step) * ((height + step - 1) / step);
    }
}

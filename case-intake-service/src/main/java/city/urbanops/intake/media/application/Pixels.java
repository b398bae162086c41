package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.Orientation;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.SampleModel;
import java.util.Arrays;

/** Copies of pictures, made row by row; without Graphics2D, which would look for a screen. */
final class Pixels {

    private static final int OPAQUE = 0xFF;

    private Pixels() {}

    /** The picture laid out upright; the picture itself if it is. */
    static BufferedImage upright(BufferedImage image, Orientation orientation) {
        if (orientation.isUpright()) {
            return image;
        }
        var width = image.getWidth();
        var height = image.getHeight();
        var upright = new BufferedImage(
                orientation.turns() ? height : width,
                orientation.turns() ? width : height,
                image.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var target = ((DataBufferInt) upright.getRaster().getDataBuffer()).getData();
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            read(image, y, row);
            for (int x = 0; x < width; x++) {
                target[
                                orientation.row(x, y, width, height) * upright.getWidth()
                                        + orientation.column(x, y, width, height)] =
                        row[x];
            }
        }
        return upright;
    }

    /** The picture on white, its longer side at most so many pixels: each the mean of those it stands for. */
    static BufferedImage thumbnail(BufferedImage image, int longerSide) {
        var width = image.getWidth();
        var height = image.getHeight();
        var scale = Math.max(1, Math.max(width, height) / (double) longerSide);
        var small = new BufferedImage(
                Math.max(1, (int) (width / scale)), Math.max(1, (int) (height / scale)), BufferedImage.TYPE_INT_RGB);
        var mean = new RowMean(small.getWidth());
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            read(image, y, row);
            mean.add(row);
            var next = (int) ((y + 1L) * small.getHeight() / height);
            var present = (int) ((long) y * small.getHeight() / height);
            if (next > present) {
                small.setRGB(0, present, small.getWidth(), 1, mean.take(), 0, small.getWidth());
            }
        }
        return small;
    }

    /** A row as ARGB. Grey is taken as it is: ImageIO would brighten it, as if its samples were linear. */
    private static void read(BufferedImage image, int y, int[] into) {
        var colours = image.getColorModel();
        if (colours instanceof IndexColorModel || colours.getColorSpace().getType() != ColorSpace.TYPE_GRAY) {
            image.getRGB(0, y, into.length, 1, into, 0, into.length);
            return;
        }
        var raster = image.getRaster();
        raster.getSamples(0, y, into.length, 1, 0, into);
        var shift = shift(raster.getSampleModel());
        var alpha = colours.hasAlpha() ? raster.getSamples(0, y, into.length, 1, 1, (int[]) null) : null;
        for (int x = 0; x < into.length; x++) {
            var grey = into[x] >> shift;
            into[x] = ((alpha == null ? OPAQUE : alpha[x] >> shift) << 24) | (grey << 16) | (grey << 8) | grey;
        }
    }

    private static int shift(SampleModel samples) {
        return Math.max(0, samples.getSampleSize(0) - 8);
    }

    /** Sums of the pixels that become one row of a smaller picture. */
    private static final class RowMean {

        private final long[] sums;
        private final long[] counts;

        RowMean(int width) {
            sums = new long[3 * width];
            counts = new long[width];
        }

        void add(int[] row) {
            for (int x = 0; x < row.length; x++) {
                var to = (int) ((long) x * counts.length / row.length);
                var alpha = row[x] >>> 24;
                counts[to]++;
                for (int band = 0; band < 3; band++) {
                    var value = (row[x] >> (16 - 8 * band)) & 0xFF;
                    sums[3 * to + band] += (value * alpha + OPAQUE * (OPAQUE - alpha)) / OPAQUE;
                }
            }
        }

        /** The means; the sums begin anew. */
        int[] take() {
            var means = new int[counts.length];
            for (int x = 0; x < means.length; x++) {
                for (int band = 0; band < 3; band++) {
                    means[x] = (means[x] << 8) | (int) (sums[3 * x + band] / counts[x]);
                }
            }
            Arrays.fill(sums, 0);
            Arrays.fill(counts, 0);
            return means;
        }
    }
}

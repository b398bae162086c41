package city.urbanops.intake.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures made for tests, honest ones and others. */
public final class Pictures {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Pictures() {}

    /** Red on the left, blue on the right. */
    public static BufferedImage image(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 ? 0xFF0000 : 0x0000FF);
            }
        }
        return image;
    }

    public static byte[] jpeg(int width, int height) {
        return encode(image(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return encode(image(width, height), "png");
    }

    public static byte[] encode(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The JPEG with Exif notes, a comment and a profile. */
    public static byte[] noted(byte[] jpeg, byte[] tiff) {
        return joined(
                Arrays.copyOf(jpeg, 2),
                segment(0xE1, joined("Exif\0\0".getBytes(StandardCharsets.US_ASCII), tiff)),
                segment(
                        0xE1,
                        "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>secret place</x:xmpmeta>"
                                .getBytes(StandardCharsets.UTF_8)),
                segment(0xE2, "ICC_PROFILE\0\1\1nonsense".getBytes(StandardCharsets.US_ASCII)),
                segment(0xFE, "<?php system('id'); ?>".getBytes(StandardCharsets.US_ASCII)),
                Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    private static byte[] segment(int marker, byte[] content) {
        return joined(
                new byte[] {(byte) 0xFF, (byte) marker},
                ByteBuffer.allocate(2).putShort((short) (content.length + 2)).array(),
                content);
    }

    /** A PNG whose header claims so many pixels; there is next to nothing behind it. */
    public static byte[] pngClaiming(int width, int height) {
        return joined(
                PNG, header(width, height, 2), chunk("IDAT", deflated(new byte[1000])), chunk("IEND", new byte[0]));
    }

    /** A palette PNG with a text chunk that unpacks to so many bytes. */
    public static byte[] pngWithTextBomb(int unpacked) {
        return joined(
                PNG,
                header(8, 8, 3),
                chunk("PLTE", new byte[] {0, 0, 0, 1, 1, 1}),
                chunk(
                        "zTXt",
                        joined("Comment\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(new byte[unpacked]))),
                chunk("IDAT", deflated(new byte[8 * 9])),
                chunk("IEND", new byte[0]));
    }

    /** A PNG whose picture unpacks to far more than its header says. */
    public static byte[] pngWithPictureBomb(int unpacked) {
        return joined(PNG, header(8, 8, 2), chunk("IDAT", deflated(new byte[unpacked])), chunk("IEND", new byte[0]));
    }

    private static byte[] header(int width, int height, int colourType) {
        return chunk(
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) 8)
                        .put((byte) colourType)
                        .array());
    }

    private static byte[] chunk(String type, byte[] content) {
        var body = joined(type.getBytes(StandardCharsets.US_ASCII), content);
        var sum = new CRC32();
        sum.update(body);
        return joined(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                body,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] deflated(byte[] bytes) {
        var deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    /** A ZIP archive with one file. */
    public static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("hidden.txt"));
            zip.write("hidden".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}

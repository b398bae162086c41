package city.urbanops.intake.media.application;

import city.urbanops.intake.media.domain.PictureFile;
import city.urbanops.intake.media.domain.PictureFile.Format;
import city.urbanops.intake.media.domain.PictureFile.Unusable;
import city.urbanops.intake.media.domain.PictureFile.Usable;
import city.urbanops.intake.media.domain.PictureLimits;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import jakarta.inject.Singleton;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.TimeZone;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Decodes an uploaded file and encodes the picture anew: what is stored was written here, pixel by pixel, whatever else the file held.
 * Takes time and memory: see {@link OffLoop#picture}.
 */
@Singleton
class CheckPicture {

    private static final float QUALITY = 0.9f;
    private static final float THUMBNAIL_QUALITY = 0.8f;

    private final MediaConfig config;
    private final Clock clock;

    CheckPicture(MediaConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /**
     * Checks one file.
     *
     * @param field named if it is refused
     * @throws ProblemException 413 or 422
     */
    CheckedPicture check(byte[] file, String field) {
        var limits = config.limits();
        if (file.length > limits.mostBytes()) {
            throw tooLarge(limits);
        }
        var taken = PictureFile.of(file);
        if (taken instanceof Unusable unusable) {
            throw refused(field, unusable.reason());
        }
        var usable = (Usable) taken;
        var notes = CameraNotes.of(usable.exif(), TimeZone.getTimeZone(clock.getZone()), clock.instant());
        var decoded = decode(usable, limits, field);
        var upright = Pixels.upright(decoded, notes.orientation());
        try {
            return new CheckedPicture(
                    usable.format(),
                    upright.getWidth(),
                    upright.getHeight(),
                    encode(upright, usable.format(), QUALITY),
                    encode(Pixels.thumbnail(upright, config.thumbnailPixels()), Format.JPEG, THUMBNAIL_QUALITY),
                    notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The answer to a file that is larger than allowed, as soon as it is known to be. */
    static ProblemException tooLarge(PictureLimits limits) {
        return new ProblemException(new Problem(
                "too-large",
                "The photo is too large",
                413,
                "A photo may have %d bytes.".formatted(limits.mostBytes()),
                List.of()));
    }

    private static BufferedImage decode(Usable file, PictureLimits limits, String field) {
        var reader = ImageIO.getImageReadersByFormatName(file.format().name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file.picture()))) {
            reader.setInput(input, true, true);
            var width = reader.getWidth(0);
            var height = reader.getHeight(0);
            if (limits.refuses(width, height)) {
                throw refused(field, "has more than " + limits.mostPixels() / 1_000_000 + " million pixels");
            }
            var parameters = reader.getDefaultReadParam();
            var step = limits.step(width, height, bytesPerPixel(reader));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException damagedOrUnknown) {
            throw refused(field, "cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    private static int bytesPerPixel(ImageReader reader) throws IOException {
        var samples = reader.getImageTypes(0).next().getSampleModel();
        return Math.max(1, samples.getNumBands() * DataBuffer.getDataTypeSize(samples.getDataType()) / Byte.SIZE);
    }

    private static byte[] encode(BufferedImage image, Format format, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var parameters = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(quality);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static ProblemException refused(String field, String message) {
        return new ProblemException(Problem.unprocessable(field, message));
    }

    /**
     * A picture that may be stored.
     *
     * @param picture encoded anew, without notes
     * @param thumbnail a JPEG
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record CheckedPicture(Format format, int width, int height, byte[] picture, byte[] thumbnail, CameraNotes notes) {}
}

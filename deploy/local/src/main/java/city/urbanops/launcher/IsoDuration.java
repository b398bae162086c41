package city.urbanops.launcher;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations as ISO 8601 writes them, and says so when they are written otherwise. */
final class IsoDuration implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String value) {
        try {
            return Duration.parse(value);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + value + "' is no ISO 8601 duration, for example PT72H");
        }
    }
}

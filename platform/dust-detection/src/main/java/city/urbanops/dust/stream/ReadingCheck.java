package city.urbanops.dust.stream;

import city.urbanops.contracts.dust.DustReading;
import city.urbanops.contracts.dust.DustRejection;
import city.urbanops.dust.stream.Register.Monitor;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reading must fulfil before it may count. */
final class ReadingCheck {

    private final StreamSettings settings;

    ReadingCheck(StreamSettings settings) {
        this.settings = settings;
    }

    /** Why a reading may not count, in words without quoting more than figures. */
    record Refusal(DustRejection reason, String detail) {}

    /**
     * Checks a reading.
     *
     * @param key what it came under
     * @param monitor the register's entry for its device, if any
     * @param handedIn when the broker got it
     * @return nothing if it may count
     */
    Optional<Refusal> check(@Nullable String key, DustReading reading, @Nullable Monitor monitor, Instant handedIn) {
        if (!reading.deviceId().equals(key)) {
            return refuse(DustRejection.WRONG_KEY, "the key is not the device");
        }
        if (monitor == null) {
            return refuse(DustRejection.UNKNOWN_DEVICE, "the device is not in the register, or its site is closed");
        }
        if (reading.siteId() != null && !reading.siteId().equals(monitor.siteId())) {
            return refuse(DustRejection.WRONG_SITE, "the device stands on site " + monitor.siteId());
        }
        return value(reading.pm10()).or(() -> time(reading.at(), handedIn.plus(settings.clockOffset())));
    }

    private Optional<Refusal> value(double pm10) {
        if (Double.isNaN(pm10) || Double.isInfinite(pm10)) {
            return refuse(DustRejection.NOT_A_NUMBER, "pm10 is " + pm10);
        }
        if (pm10 < 0) {
            return refuse(DustRejection.NEGATIVE, "pm10 is " + pm10);
        }
        return pm10 > settings.highest()
                ? refuse(DustRejection.OUT_OF_RANGE, "pm10 is " + pm10 + ", more than " + settings.highest())
                : Optional.empty();
    }

    private Optional<Refusal> time(Instant at, Instant handedIn) {
        try {
            if (at.isAfter(handedIn.plus(settings.ahead()))) {
                return refuse(DustRejection.FUTURE, "measured at " + at + ", handed in at " + handedIn);
            }
            return at.isBefore(handedIn.minus(settings.age()))
                    ? refuse(DustRejection.TOO_OLD, "measured at " + at + ", handed in at " + handedIn)
                    : Optional.empty();
        } catch (DateTimeException | ArithmeticException beyondAllTime) {
            return refuse(DustRejection.FUTURE, "measured at " + at);
        }
    }

    private static Optional<Refusal> refuse(DustRejection reason, String detail) {
        return Optional.of(new Refusal(reason, detail));
    }
}

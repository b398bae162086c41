package city.urbanops.intake.dust.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site as it shall be registered, checked in form.
 *
 * @param isBackground its monitors measure the county's background
 * @param monitors no two of the same id
 */
public record SiteCommand(
        String siteId,
        boolean isBackground,
        String name,
        double lng,
        double lat,
        @Nullable String permitNo,
        @Nullable String builder,
        boolean active,
        List<Monitor> monitors) {

    public SiteCommand {
        monitors = List.copyOf(monitors);
    }

    /** A monitor of it. */
    public record Monitor(String deviceId, int cycleSeconds) {}
}

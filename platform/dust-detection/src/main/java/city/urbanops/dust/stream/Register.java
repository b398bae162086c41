package city.urbanops.dust.stream;

import city.urbanops.contracts.reference.DustSitesDocument;
import city.urbanops.contracts.reference.DustSitesDocument.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which monitors there are, and where they stand. */
public final class Register {

    private final Map<String, Monitor> byDevice = new HashMap<>();
    private final Map<String, List<Monitor>> byCounty = new HashMap<>();

    private Register() {}

    /** The monitors of all active sites. */
    public static Register of(DustSitesDocument document) {
        var register = new Register();
        document.sites().stream().filter(DustSitesDocument.Site::active).forEach(site -> site.devices()
                .forEach(device -> register.add(new Monitor(
                        device.deviceId(),
                        site.siteId(),
                        site.role() == Role.BACKGROUND,
                        site.countyCode(),
                        Duration.ofSeconds(device.cycleSeconds()),
                        site.permitNo(),
                        site.builder()))));
        register.byCounty.values().forEach(monitors -> monitors.sort(Comparator.comparing(Monitor::deviceId)));
        return register;
    }

    private void add(Monitor monitor) {
        byDevice.put(monitor.deviceId(), monitor);
        byCounty.computeIfAbsent(monitor.county(), county -> new ArrayList<>()).add(monitor);
    }

    /** The monitor of that id, if there is one in use. */
    @Nullable
    Monitor find(String deviceId) {
        return byDevice.get(deviceId);
    }

    /** All monitors of a county, by id. */
    List<Monitor> ofCounty(String county) {
        return byCounty.getOrDefault(county, List.of());
    }

    /** A monitor in use. */
    record Monitor(
            String deviceId,
            String siteId,
            boolean isStation,
            String county,
            Duration cycle,
            @Nullable String permitNo,
            @Nullable String builder) {}
}

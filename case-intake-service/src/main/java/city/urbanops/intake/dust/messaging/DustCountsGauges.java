package city.urbanops.intake.dust.messaging;

import city.urbanops.contracts.dust.DustRejection;
import city.urbanops.dust.stream.DustCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What goes through the dust topology, as metrics. */
@Singleton
class DustCountsGauges {

    private final DustCounts counts = new DustCounts();

    DustCountsGauges(MeterRegistry meters) {
        FunctionCounter.builder("urbanops.dust.readings", counts, DustCounts::readings)
                .register(meters);
        FunctionCounter.builder("urbanops.dust.readings.repeated", counts, DustCounts::repeated)
                .register(meters);
        FunctionCounter.builder("urbanops.dust.windows", counts, DustCounts::windows)
                .register(meters);
        FunctionCounter.builder("urbanops.dust.windows.invalid", counts, DustCounts::invalidWindows)
                .register(meters);
        for (var reason : DustRejection.values()) {
            FunctionCounter.builder("urbanops.dust.readings.rejected", counts, all -> all.rejected(reason))
                    .tag("reason", reason.name())
                    .register(meters);
        }
    }

    DustCounts counts() {
        return counts;
    }
}

package city.urbanops.intake.dust.application;

import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The classes of dust cases, as far as the standards in force know them: a city's own may not, above all that of monitors, which is in no
 * national list. Such a case comes in without a class and waits for a person, like any report without one; it is never lost.
 */
@Singleton
class DustClasses {

    private static final Logger LOG = Logger.getLogger(DustClasses.class);

    private final DustConfig config;
    private final TaxonomyInForce taxonomy;
    private final MeterRegistry meters;

    DustClasses(DustConfig config, TaxonomyInForce taxonomy, MeterRegistry meters) {
        this.config = config;
        this.taxonomy = taxonomy;
        this.meters = meters;
    }

    /** Of an alarm; absent if the standards have no such class. */
    @Nullable
    String ofAlarm() {
        return known(config.classCode());
    }

    /** Of a monitor that failed; absent if the standards have no such class. */
    @Nullable
    String ofEquipment() {
        return known(config.equipmentClassCode());
    }

    private @Nullable String known(String classCode) {
        var standards = taxonomy.get();
        if (standards.hasClass(classCode)) {
            return classCode;
        }
        LOG.warnf(
                "dust case without a class, for a person to file: class=%s standards=%s",
                classCode, standards.version());
        meters.counter("urbanops.dust.cases.without.class").increment();
        return null;
    }
}

package city.urbanops.kit;

import io.smallrye.config.ConfigMapping;

/** Who this service is. */
@ConfigMapping(prefix = "urbanops.service")
public interface ServiceConfig {

    /** The service's name, as in CloudEvents {@code source}, logs and consumer groups. */
    String name();
}

package city.urbanops.kit;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Who this service is. */
@ConfigMapping(prefix = "urbanops.service")
public interface ServiceConfig {

    /** The service's name, as in CloudEvents {@code source}, logs and consumer groups. */
    String name();

    /** Topics that must be assigned before the service is ready. */
    Optional<List<String>> consumes();

    /** Reference documents it must have before it is ready. */
    Optional<List<String>> reference();
}

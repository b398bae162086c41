package city.urbanops.gateway;

import java.net.URI;
import java.util.Arrays;

/** The services behind the gateway. */
public enum Service {
    CASE_INTAKE("case-intake"),
    DISPATCH("dispatch"),
    ENFORCEMENT("enforcement"),
    SANITATION("sanitation"),
    METRICS("metrics");

    private final String code;

    Service(String code) {
        this.code = code;
    }

    /** The name used in configuration, logs and answers. */
    public String code() {
        return code;
    }

    /** Where it is, as configured. */
    public URI address(GatewayConfig config) {
        return switch (this) {
            case CASE_INTAKE -> config.caseIntakeUrl();
            case DISPATCH -> config.dispatchUrl();
            case ENFORCEMENT -> config.enforcementUrl();
            case SANITATION -> config.sanitationUrl();
            case METRICS -> config.metricsUrl();
        };
    }

    /**
     * The service of that name.
     *
     * @throws IllegalArgumentException if there is none: a mistake in the configuration
     */
    public static Service named(String code) {
        return Arrays.stream(values())
                .filter(service -> service.code.equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no service is named " + code));
    }
}

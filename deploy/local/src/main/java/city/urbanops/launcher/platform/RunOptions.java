package city.urbanops.launcher.platform;

import city.urbanops.launcher.checks.PortCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person may choose about one run.
 *
 * @param ports TCP ports on the loopback address
 * @param ephemeral whether the data is thrown away at the end
 * @param clockOffset how far the services' clock is ahead of the machine's; zero for none
 */
public record RunOptions(Ports ports, boolean ephemeral, Duration clockOffset) {

    /**
     * The ports of one run.
     *
     * @param http the gateway's
     * @param serviceBase the first service's; the others follow it
     * @param keycloak Keycloak's
     * @param kafka the broker's
     * @param postgres PostgreSQL's
     * @param objectStore the object store's
     */
    public record Ports(int http, int serviceBase, int keycloak, int kafka, int postgres, int objectStore) {

        /** Returns every port of a run with these services, with its user and the flag that changes it. */
        List<PortCheck.Needed> needed(List<ServiceSpec> services) {
            List<PortCheck.Needed> all = new ArrayList<>();
            all.add(new PortCheck.Needed("PostgreSQL", postgres, "--postgres-port"));
            all.add(new PortCheck.Needed("Kafka", kafka, "--kafka-port"));
            all.add(new PortCheck.Needed("Keycloak", keycloak, "--keycloak-port"));
            all.add(new PortCheck.Needed("the object store", objectStore, "--object-store-port"));
            for (ServiceSpec service : services) {
                String flag = service.name().equals(ServiceCatalog.GATEWAY) ? "--http-port" : "--service-port-base";
                all.add(new PortCheck.Needed(service.name(), service.port(), flag));
            }
            return all;
        }
    }
}

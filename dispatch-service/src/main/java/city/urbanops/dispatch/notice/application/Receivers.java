package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.domain.Webhook;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which units are called, as known to this replica: so that events nobody waits for cost nothing. A second old at most. */
@Singleton
public class Receivers {

    private volatile Set<String> called = Set.of();
    private volatile int givenUp;
    private volatile int addressesGivenUp;

    /** Whether anybody is called. */
    public boolean any() {
        return !called.isEmpty();
    }

    /** Whether this unit is called. */
    boolean has(String unit) {
        return called.contains(unit);
    }

    /** How many receivers were given up and wait for somebody to look after them. */
    int givenUp() {
        return givenUp;
    }

    /** How many mail addresses and numbers were given up. */
    int addressesGivenUp() {
        return addressesGivenUp;
    }

    void setAddressesGivenUp(int count) {
        addressesGivenUp = count;
    }

    void set(List<Webhook> webhooks) {
        called = webhooks.stream()
                .filter(webhook -> webhook.disabledAt() == null)
                .map(Webhook::unitCode)
                .collect(Collectors.toUnmodifiableSet());
        givenUp = webhooks.size() - called.size();
    }
}

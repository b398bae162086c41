package city.urbanops.kit.tally;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.Topics;

/** Something to count, in and out. */
public record TallyRaised(String name, int by) {

    /** What the service reads. */
    public static final EventType<TallyRaised> HEARD = new EventType<>(
            "urbanops.tally.heard.v1", Topics.SANITATION_EVENTS, "elsewhere", TallyRaised.class, TallyRaised::name);

    /** What the service publishes. */
    public static final EventType<TallyRaised> TOLD = new EventType<>(
            "urbanops.tally.told.v1", Topics.ENFORCEMENT_EVENTS, "tally", TallyRaised.class, TallyRaised::name);
}

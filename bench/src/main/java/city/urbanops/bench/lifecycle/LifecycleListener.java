package city.urbanops.bench.lifecycle;

/** What a runner wants to know of its lifecycles; called on the event loop. */
public interface LifecycleListener {

    /** The report was answered with 201. */
    default void accepted(Lifecycle lifecycle) {}

    /** The report was refused; nothing is stored. */
    default void refused(Lifecycle lifecycle, String answer) {}

    /** Accepted and dispatched have both been seen, in either order; called once. */
    default void dispatched(Lifecycle lifecycle) {}

    /** The closing was seen on the topic. */
    default void closed(Lifecycle lifecycle) {}

    /** It cannot go on: a call got no decision in time, or one that fits no rule. */
    default void failed(Lifecycle lifecycle, String why) {}
}

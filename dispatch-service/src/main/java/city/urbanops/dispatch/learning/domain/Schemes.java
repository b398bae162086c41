package city.urbanops.dispatch.learning.domain;

import city.urbanops.classifier.Scheme;
import java.util.List;

/** Which facts of {@link Example#facts} are looked at together. A change makes stored models unreadable, which is noticed. */
final class Schemes {

    static final Scheme UNIT = Scheme.of(
            List.of(
                    Example.CLASS,
                    Example.MAJOR_CLASS,
                    Example.CHANNEL,
                    Example.DISTRICT,
                    Example.STREET,
                    Example.COMMUNITY,
                    "class+condition",
                    "class+district",
                    "class+street",
                    "class+community",
                    "class+channel",
                    "class+channel+district",
                    "class+shift",
                    "major+street"),
            List.of(Example.CLASS, "class+district", "class+channel"));

    static final Scheme CLASS = Scheme.of(
            List.of(
                    Example.CHANNEL,
                    Example.DISTRICT,
                    Example.STREET,
                    Example.COMMUNITY,
                    "shift",
                    "channel+district",
                    "channel+street",
                    "channel+shift"),
            List.of(Example.CHANNEL, Example.DISTRICT));

    private Schemes() {}
}

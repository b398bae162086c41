package city.urbanops.intake.media.application;

import java.util.UUID;

/** Where the objects of a photo lie: all below its id, so that they can be removed together. */
final class ObjectKeys {

    private ObjectKeys() {}

    static String all(UUID photo) {
        return photo + "/";
    }

    /** What a client puts by itself; seen by nobody. */
    static String incoming(UUID photo) {
        return all(photo) + "incoming";
    }

    /** A checked picture; each attempt has its own, so that a late one cannot overwrite what a row already speaks of. */
    static String picture(UUID photo, UUID attempt) {
        return all(photo) + attempt;
    }

    /** The thumbnail of a checked picture. */
    static String thumbnail(String picture) {
        return picture + "-thumbnail";
    }
}

package city.urbanops.kit.lamp;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row with one column of each kind. Not an entity of Hibernate's: these statements go past it. */
@Table(name = "lamp")
class Lamp {

    enum Colour {
        WHITE,
        AMBER
    }

    @Id
    @Column(name = "lamp_id")
    UUID id = new UUID(0, 0);

    @Column(name = "street", updatable = false)
    String street = "";

    @Column(name = "colour")
    Colour colour = Colour.WHITE;

    @Column(name = "lit_at")
    @Nullable
    Instant litAt;

    @Column(name = "watts")
    int watts;

    @Column(name = "seal")
    byte @Nullable [] seal;

    @Version
    @Column(name = "version")
    int version;
}

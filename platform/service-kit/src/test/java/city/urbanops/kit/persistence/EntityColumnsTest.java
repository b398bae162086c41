package city.urbanops.kit.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import org.junit.jupiter.api.Test;

class EntityColumnsTest {

    static final class Lamp {
        static final int VOLTS = 230;

        @Column(name = "lamp_id")
        int id;

        @Column(name = "lit_at")
        long litAt;
    }

    @Test
    void lists_what_is_stored_and_nothing_else() {
        assertThat(EntityColumns.of(Lamp.class, "l")).isEqualTo("l.lamp_id, l.lit_at");
    }
}

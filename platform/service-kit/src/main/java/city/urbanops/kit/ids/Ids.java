package city.urbanops.kit.ids;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import jakarta.inject.Singleton;
import java.util.UUID;

/** Makes UUIDv7: unique, and close to insertion order in an index. */
@Singleton
public class Ids {

    private final TimeBasedEpochRandomGenerator generator = Generators.timeBasedEpochRandomGenerator();

    /** A new id, never handed out before. */
    public UUID next() {
        return generator.generate();
    }
}

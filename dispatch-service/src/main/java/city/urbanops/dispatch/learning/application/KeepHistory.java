package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.domain.ImportedCase;
import city.urbanops.dispatch.learning.persistence.ExampleTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps closed cases of former systems to learn from; our own are gathered when a training starts. */
@Singleton
public class KeepHistory {

    private final ExampleTable examples;

    KeepHistory(ExampleTable examples) {
        this.examples = examples;
    }

    /** Keeps each case once, in the caller's transaction. */
    public Uni<Void> keep(Mutiny.StatelessSession session, List<ImportedCase> cases) {
        return examples.keep(session, cases);
    }
}

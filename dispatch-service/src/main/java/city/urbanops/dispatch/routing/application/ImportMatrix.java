package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.city.application.Upload;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.kit.http.Outcome;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a whole new responsibility matrix, or refuses it as a whole with every row that is wrong. */
@Singleton
public class ImportMatrix {

    private final CityVersions versions;
    private final CityTables tables;
    private final Clock clock;

    ImportMatrix(CityVersions versions, CityTables tables, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.clock = clock;
    }

    /** Stores checked rules as the version in force; nothing in a dry run. */
    public Uni<Outcome> store(Mutiny.StatelessSession session, CheckMatrix.Checked checked, Upload upload) {
        if (!checked.errors().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Upload.refused("rules", checked.errors())));
        }
        String version = "matrix-" + clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Upload.Answer answer = new Upload.Answer(version, checked.rules().size(), !upload.dryRun());
        return upload.dryRun()
                ? Uni.createFrom().item(Outcome.ok(answer))
                : versions.lock(session)
                        .chain(() -> tables.replaceMatrix(
                                session, new CityVersions.Stored<>(version, upload.by(), checked.rules())))
                        .replaceWith(Outcome.created(answer));
    }
}

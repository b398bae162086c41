package city.urbanops.dispatch.routing.application;

import city.urbanops.dispatch.city.application.Upload;
import city.urbanops.dispatch.city.persistence.CityTables;
import city.urbanops.dispatch.city.persistence.CityVersions;
import city.urbanops.dispatch.routing.domain.Exemption;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes all exemptions of the city at once, or refuses them as a whole with everything that is wrong. */
@Singleton
public class ImportExemptions {

    private final CityVersions versions;
    private final CityTables tables;
    private final Clock clock;

    ImportExemptions(CityVersions versions, CityTables tables, Clock clock) {
        this.versions = versions;
        this.tables = tables;
        this.clock = clock;
    }

    /** Stores them as the version in force; nothing in a dry run. An empty list ends every exemption. */
    public Uni<Outcome> store(Mutiny.StatelessSession session, List<Exemption> exemptions, Upload upload) {
        List<FieldError> errors = CheckExemptions.errors(exemptions);
        if (!errors.isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Upload.refused("exemptions", errors)));
        }
        String version = "exemptions-" + clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Upload.Answer answer = new Upload.Answer(version, exemptions.size(), !upload.dryRun());
        return upload.dryRun()
                ? Uni.createFrom().item(Outcome.ok(answer))
                : versions.lock(session)
                        .chain(() -> tables.replaceExemptions(
                                session, new CityVersions.Stored<>(version, upload.by(), exemptions)))
                        .replaceWith(Outcome.created(answer));
    }
}

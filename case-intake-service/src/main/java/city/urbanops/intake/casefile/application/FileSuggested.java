package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.application.CaseRecorder.Written;
import city.urbanops.intake.casefile.application.LateOriginals.Locked;
import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.SuggestedFiling;
import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Files a report under the class dispatch is sure of, by the shift leader's standing rule, or links it to the open case it then repeats. */
@Singleton
class FileSuggested {

    private final TaxonomyInForce taxonomy;
    private final FilingConfig filing;
    private final CaseRecorder recorder;
    private final LateOriginals originals;
    private final Clock clock;

    FileSuggested(
            TaxonomyInForce taxonomy,
            FilingConfig filing,
            CaseRecorder recorder,
            LateOriginals originals,
            Clock clock) {
        this.taxonomy = taxonomy;
        this.filing = filing;
        this.recorder = recorder;
        this.originals = originals;
        this.clock = clock;
    }

    /** Locks cases, and what those for which a class is suggested may repeat. */
    Uni<Locked> lock(Mutiny.StatelessSession session, Collection<UUID> ids, Map<UUID, String> suggested) {
        return originals.lock(session, ids, suggested);
    }

    /**
     * What is to be written.
     *
     * @param file the case, with the suggestion already in its journal
     * @param actor who suggested
     * @param filed what was filed before it in the same transaction
     * @return empty if a person decides
     */
    Optional<Written> file(
            CaseFile file,
            int round,
            SuggestedClass suggestion,
            String actor,
            Locked locked,
            Collection<CaseFile> filed) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = taxonomy.get().row(suggestion.classCode(), null).orElse(null);
        var verifyFirst = filing.verifiesFirst(file.report().channel());
        var original = original(file, suggestion, locked, filed);
        return SuggestedFiling.decide(file, round, row, verifyFirst, suggestion.reason(), original, now)
                .map(accepted -> recorder.record(file, accepted, actor, now, null));
    }

    private Optional<Linked> original(
            CaseFile file, SuggestedClass suggestion, Locked locked, Collection<CaseFile> filed) {
        return locked.original(file)
                .or(() -> originals.among(file, suggestion.classCode(), filed))
                .filter(linked -> locked.mayBeLinked(file));
    }
}

package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.application.CaseRecorder.Written;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.SuggestedFiling;
import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Files a report under the class dispatch is sure of, by the shift leader's standing rule. */
@Singleton
class FileSuggested {

    private final TaxonomyInForce taxonomy;
    private final FilingConfig filing;
    private final CaseRecorder recorder;
    private final Clock clock;

    FileSuggested(TaxonomyInForce taxonomy, FilingConfig filing, CaseRecorder recorder, Clock clock) {
        this.taxonomy = taxonomy;
        this.filing = filing;
        this.recorder = recorder;
        this.clock = clock;
    }

    /**
     * What is to be written.
     *
     * @param file the case, with the suggestion already in its journal
     * @param actor who suggested
     * @return empty if a person decides
     */
    Optional<Written> file(CaseFile file, int round, SuggestedClass suggestion, String actor) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var row = taxonomy.get().row(suggestion.classCode(), null).orElse(null);
        return SuggestedFiling.decide(
                        file, round, row, filing.verifiesFirst(file.report().channel()), suggestion.reason(), now)
                .map(accepted -> recorder.record(file, accepted, actor, now, null));
    }
}

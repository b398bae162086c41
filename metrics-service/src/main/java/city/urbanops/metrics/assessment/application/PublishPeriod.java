package city.urbanops.metrics.assessment.application;

import city.urbanops.contracts.assessment.AssessmentEvents;
import city.urbanops.contracts.assessment.AssessmentPublished;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import city.urbanops.kit.problem.Problem;
import city.urbanops.metrics.assessment.application.Ledger.LedgerEntry;
import city.urbanops.metrics.assessment.application.Ledger.Publication;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.metrics.assessment.domain.UnitScore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Freezes a period: stores the sheet, writes what rules deducted into the ledger, and tells everybody. */
@Singleton
public class PublishPeriod {

    private final FindScheme schemes;
    private final ScorePeriod score;
    private final FindInputs inputs;
    private final Ledger ledger;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    PublishPeriod(
            FindScheme schemes,
            ScorePeriod score,
            FindInputs inputs,
            Ledger ledger,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.schemes = schemes;
        this.score = score;
        this.inputs = inputs;
        this.ledger = ledger;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The published sheet; refused while the period runs, and if nothing changed since its last publication. */
    public Uni<Outcome> publish(Mutiny.StatelessSession session, String scheme, Period period, String account) {
        if (period.to().isAfter(LocalDate.now(clock))) {
            return refused("period-running", "The period is not over before " + period.to() + ".");
        }
        return ledger.lockPeriod(session, scheme, period)
                .chain(() -> ledger.published(session, scheme, period))
                .chain(last -> version(session, scheme, period, last)
                        .chain(compiled -> scoreAndFreeze(session, compiled, period, last, account)));
    }

    /** Inputs are read once: what is kept with the sheet is what it was scored by, whatever is confirmed meanwhile. */
    private Uni<Outcome> scoreAndFreeze(
            Mutiny.StatelessSession session,
            CompiledScheme scheme,
            Period period,
            Optional<Publication> last,
            String account) {
        return inputs.now(session, scheme.scheme(), period).chain(used -> score.score(session, scheme, period, used)
                .chain(scores -> freeze(session, scheme, period, scores, FindInputs.write(used), last, account)));
    }

    /** A revision stays under the version the period was first published with. */
    private Uni<CompiledScheme> version(
            Mutiny.StatelessSession session, String scheme, Period period, Optional<Publication> last) {
        return last.map(published -> schemes.version(session, scheme, published.version()))
                .orElseGet(() -> schemes.forPeriod(session, scheme, period));
    }

    private Uni<Outcome> freeze(
            Mutiny.StatelessSession session,
            CompiledScheme scheme,
            Period period,
            List<UnitScore> scores,
            String used,
            Optional<Publication> last,
            String account) {
        var units = Sheet.write(scores);
        var digest = Sheet.digest(units);
        if (last.filter(published -> published.digest().equals(digest)).isPresent()) {
            return refused(
                    "already-published",
                    "Nothing changed since revision " + last.get().revision() + ".");
        }
        var now = clock.instant();
        var id = scheme.scheme().id();
        var version = scheme.scheme().version();
        var revision = last.map(Publication::revision).orElse(0) + 1;
        var publication = new Publication(id, period.name(), revision, version, units, digest, now, account, used);
        return ledger.publish(session, publication)
                .chain(() -> ledger.entries(session, id, period, Optional.empty()))
                .chain(entries -> ledger.append(session, deductions(scheme, period, scores, entries, now, account)))
                .chain(() -> outbox.publish(
                        session, List.of(event(publication, scheme.scheme().isOfPersons() ? List.of() : scores))))
                .map(stored -> Outcome.ok(ReadAssessment.sheet(publication).brief()));
    }

    private List<LedgerEntry> deductions(
            CompiledScheme scheme,
            Period period,
            List<UnitScore> scores,
            List<LedgerEntry> entries,
            Instant now,
            String account) {
        return Settlement.of(scores, entries).stream()
                .map(change -> new LedgerEntry(
                        ids.next(),
                        scheme.scheme().id(),
                        scheme.scheme().version(),
                        period.name(),
                        change.key().unit(),
                        change.key().part(),
                        change.key().caseId(),
                        change.key().rule(),
                        change.points(),
                        change.points().signum() < 0 ? Settlement.DEDUCTION : Settlement.REVERSAL,
                        change.reason(),
                        now,
                        account))
                .toList();
    }

    /** Scores of people stay here: everybody may listen to the event. */
    private Outgoing<AssessmentPublished> event(Publication publication, List<UnitScore> scores) {
        var told = scores.stream()
                .map(score -> new AssessmentPublished.Score(
                        score.unit(), score.group(), score.score(), score.grade(), score.rank()))
                .toList();
        return Outgoing.of(
                AssessmentEvents.ASSESSMENT_PUBLISHED,
                ids.next(),
                publication.scheme() + "/" + publication.period(),
                publication.at(),
                new AssessmentPublished(
                        publication.scheme(),
                        publication.version(),
                        publication.period(),
                        publication.revision(),
                        publication.digest(),
                        publication.at(),
                        publication.by(),
                        told));
    }

    private static Uni<Outcome> refused(String name, String detail) {
        return Uni.createFrom().item(Outcome.refused(Problem.conflict(name, detail)));
    }
}

package city.urbanops.intake.taxonomy.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.FilingRow;
import city.urbanops.intake.taxonomy.application.PublishTaxonomy.Current;
import city.urbanops.intake.taxonomy.application.TaxonomyVersions.Dated;
import city.urbanops.kit.timer.Polls;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds all versions of the standards and knows which is in force. A replica looks every few seconds whether another one has come into
 * force; cases filed before keep the version they were filed under.
 */
@Singleton
public class TaxonomyInForce {

    private static final Duration INTERVAL = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final OwnContext contexts;
    private final PublishTaxonomy publish;
    private final Clock clock;
    private final Polls polls;
    private volatile @Nullable Versions versions;

    TaxonomyInForce(Transactions transactions, OwnContext contexts, PublishTaxonomy publish, Clock clock, Polls polls) {
        this.transactions = transactions;
        this.contexts = contexts;
        this.publish = publish;
        this.clock = clock;
        this.polls = polls;
    }

    /** The taxonomy in force; always there once the service has started. */
    public Taxonomy get() {
        return loaded().inForce();
    }

    /**
     * The row for a case without a new class: of the standards it was filed under, else of those in force.
     *
     * @param conditionCode absent for the one it has, else the class's default row
     * @return empty if the case has no class, or the class no such row
     */
    public Optional<FilingRow> rowFor(CaseFile file, @Nullable String conditionCode) {
        var standards = loaded().named(file.taxonomyVersion()).orElseGet(this::get);
        return standards.row(file.classCode(), conditionCode == null ? file.conditionCode() : conditionCode);
    }

    /** The version of that name, absent if there is none. */
    public Optional<Taxonomy> named(String version) {
        return loaded().named(version);
    }

    /** Looks for new versions, and tells the others if one has come into force. What was read before is not read again. */
    public Uni<Void> refresh() {
        var known = loaded().byName();
        return contexts.run(
                        () -> transactions.write(session -> publish.current(session, known.keySet(), clock.instant())))
                .invoke(current -> versions = Versions.of(current, known, clock.instant()))
                .replaceWithVoid();
    }

    @Startup
    void load() {
        var current = contexts.awaitAtStart(
                () -> transactions.write(session -> publish.current(session, Set.of(), clock.instant())));
        versions = Versions.of(current, Map.of(), clock.instant());
        polls.every(INTERVAL, "standards are not read again", this::look);
    }

    private Uni<Void> look() {
        return loaded().mayHaveChanged(clock.instant())
                ? refresh()
                : Uni.createFrom().voidItem();
    }

    private Versions loaded() {
        return Objects.requireNonNull(versions, "taxonomy asked for before start-up finished");
    }

    /**
     * What was read.
     *
     * @param next when the next version comes into force, or when to look for new ones
     */
    private record Versions(Map<String, Taxonomy> byName, Taxonomy inForce, Instant next) {

        private static final long LOOK_FOR_NEW_SECONDS = 10;

        static Versions of(Current read, Map<String, Taxonomy> known, Instant now) {
            var inForce = read.all().stream()
                    .filter(version -> !version.effectiveAt().isAfter(now))
                    .findFirst()
                    .orElseThrow();
            var coming = read.all().stream()
                    .map(Dated::effectiveAt)
                    .filter(at -> at.isAfter(now))
                    .min(Instant::compareTo)
                    .filter(at -> at.isBefore(now.plusSeconds(LOOK_FOR_NEW_SECONDS)))
                    .orElse(now.plusSeconds(LOOK_FOR_NEW_SECONDS));
            var byName = new HashMap<>(known);
            read.fresh().forEach(document -> byName.put(document.version(), new Taxonomy(document)));
            return new Versions(Map.copyOf(byName), Objects.requireNonNull(byName.get(inForce.version())), coming);
        }

        Optional<Taxonomy> named(@Nullable String version) {
            return version == null ? Optional.empty() : Optional.ofNullable(byName.get(version));
        }

        boolean mayHaveChanged(Instant now) {
            return !now.isBefore(next);
        }
    }
}

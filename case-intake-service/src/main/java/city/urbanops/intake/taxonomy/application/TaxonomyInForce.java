package city.urbanops.intake.taxonomy.application;

import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.FilingRow;
import city.urbanops.intake.taxonomy.application.TaxonomyVersions.Stored;
import city.urbanops.kit.timer.Polls;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Reads the versions again, and tells the others if one has come into force. */
    public Uni<Void> refresh() {
        return contexts.run(() -> transactions.write(session -> publish.current(session, clock.instant())))
                .invoke(all -> versions = Versions.of(all, clock.instant()))
                .replaceWithVoid();
    }

    @Startup
    void load() {
        var all = contexts.awaitAtStart(() -> transactions.write(session -> publish.current(session, clock.instant())));
        versions = Versions.of(all, clock.instant());
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

        static Versions of(List<Stored> all, Instant now) {
            var current = all.stream()
                    .filter(version -> !version.effectiveAt().isAfter(now))
                    .findFirst()
                    .orElseThrow();
            var coming = all.stream()
                    .map(Stored::effectiveAt)
                    .filter(at -> at.isAfter(now))
                    .min(Instant::compareTo)
                    .filter(at -> at.isBefore(now.plusSeconds(LOOK_FOR_NEW_SECONDS)))
                    .orElse(now.plusSeconds(LOOK_FOR_NEW_SECONDS));
            var byName = all.stream()
                    .map(version -> new Taxonomy(version.document()))
                    .collect(Collectors.toUnmodifiableMap(Taxonomy::version, Function.identity()));
            return new Versions(
                    byName, Objects.requireNonNull(byName.get(current.document().version())), coming);
        }

        Optional<Taxonomy> named(@Nullable String version) {
            return version == null ? Optional.empty() : Optional.ofNullable(byName.get(version));
        }

        boolean mayHaveChanged(Instant now) {
            return !now.isBefore(next);
        }
    }
}

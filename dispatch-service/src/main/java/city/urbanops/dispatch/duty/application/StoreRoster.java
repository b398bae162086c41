package city.urbanops.dispatch.duty.application;

import city.urbanops.dispatch.city.application.Upload;
import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.dispatch.duty.domain.Roster;
import city.urbanops.dispatch.duty.persistence.DutyRosters;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.FieldError;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes a unit's whole roster, or refuses it as a whole with every row that is wrong. */
@Singleton
public class StoreRoster {

    private final DutyRosters rosters;
    private final FormerAddresses former;
    private final Clock clock;

    StoreRoster(DutyRosters rosters, FormerAddresses former, Clock clock) {
        this.rosters = rosters;
        this.former = former;
        this.clock = clock;
    }

    /**
     * What came of it; it repeats nobody's number, for answers are kept a while.
     *
     * @param version the new version; in a dry run, the name it would have had
     * @param rows how many posts
     * @param stored false in a dry run
     * @param warnings gaps and overlaps, by row
     */
    public record Answer(String version, int rows, boolean stored, List<FieldError> warnings) {
        public Answer {
            warnings = List.copyOf(warnings);
        }
    }

    /** Stores checked posts as the unit's roster in force; nothing in a dry run. An empty roster ends it. */
    public Uni<Outcome> store(
            Mutiny.StatelessSession session, String unit, CheckRoster.Checked checked, Upload upload) {
        if (!checked.errors().isEmpty()) {
            return Uni.createFrom().item(Outcome.refused(Upload.refused("posts", checked.errors())));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Roster roster = new Roster(unit, "roster-" + now, now, upload.by(), checked.posts());
        Answer answer = new Answer(roster.version(), roster.posts().size(), !upload.dryRun(), checked.warnings());
        return upload.dryRun()
                ? Uni.createFrom().item(Outcome.ok(answer))
                : rosters.locked(session, unit)
                        .call(() -> rosters.replace(session, roster))
                        .chain(before -> forget(session, before, roster))
                        .replaceWith(Outcome.created(answer));
    }

    /** Whoever is not on the roster any more is not remembered by the ways messages took, either. */
    private Uni<Void> forget(Mutiny.StatelessSession session, Optional<Roster> before, Roster roster) {
        List<DutyPost.Contact> gone = before.stream()
                .flatMap(one -> one.posts().stream())
                .map(DutyPost::contact)
                .filter(contact ->
                        roster.posts().stream().map(DutyPost::contact).noneMatch(contact::equals))
                .toList();
        return former.forget(session, roster.unitCode(), gone);
    }
}

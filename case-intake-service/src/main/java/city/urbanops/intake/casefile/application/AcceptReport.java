package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.domain.CaseChange.Linked;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Decision;
import city.urbanops.intake.casefile.domain.FilingRow;
import city.urbanops.intake.casefile.domain.LinkRule;
import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.casefile.domain.Place;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.casefile.domain.Report;
import city.urbanops.intake.casefile.domain.ReportDecider;
import city.urbanops.intake.reporter.application.Reporter;
import city.urbanops.intake.reporter.application.Reporters;
import city.urbanops.intake.taxonomy.application.Taxonomy;
import city.urbanops.intake.taxonomy.application.TaxonomyInForce;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Accepts a report as a case, once per source number; what becomes of it then is {@link ReportDecider}'s. */
@Singleton
public class AcceptReport {

    /** Clocks of other systems may run ahead of ours by so much. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final CaseFiles files;
    private final SourceNumbers sourceNumbers;
    private final CaseWriter writer;
    private final Reporters reporters;
    private final Resubmissions resubmissions;
    private final Intake intake;

    AcceptReport(
            CaseFiles files,
            SourceNumbers sourceNumbers,
            CaseWriter writer,
            Reporters reporters,
            Resubmissions resubmissions,
            Intake intake) {
        this.files = files;
        this.sourceNumbers = sourceNumbers;
        this.writer = writer;
        this.reporters = reporters;
        this.resubmissions = resubmissions;
        this.intake = intake;
    }

    /**
     * Accepts one report.
     *
     * @param publisher who hands it in
     * @throws ProblemException 400 or 422 naming the field
     */
    public Uni<Accepted> accept(Mutiny.StatelessSession session, ReportCommand command, Publisher publisher) {
        var now = intake.now();
        var taxonomy = intake.taxonomy();
        var row = row(command, taxonomy);
        checkSelfHandled(command);
        checkAnswered(command);
        var place = intake.place(command.point(), command.areaCode(), masked(command.address(), command));
        var id = intake.newId();
        var report = report(command, place, publisher.account(), now);
        return takeSourceNo(session, command, publisher.account(), id)
                .chain(taken -> taken.isPresent()
                        ? repeated(session, command, taken.get())
                        : resubmissions
                                .returned(session, command, publisher.account())
                                .chain(returned -> store(
                                                session,
                                                command,
                                                report,
                                                row,
                                                new Arrival(id, publisher, now, returned))
                                        .call(() -> resubmissions.link(session, id, returned)))
                                .map(file -> new Accepted(file, true)));
    }

    private Uni<CaseFile> store(
            Mutiny.StatelessSession session,
            ReportCommand command,
            Report report,
            @Nullable FilingRow row,
            Arrival arrival) {
        return files.nextNumber(session, arrival.at())
                .map(number -> CaseFile.reported(arrival.id(), number, report, command.classCode()))
                .chain(file -> original(session, file, command)
                        .chain(original -> writer.add(
                                session,
                                ReportDecider.takenIn(
                                        decide(command, file, row, original, arrival.at()),
                                        arrival.publisher().isPerson()),
                                report.publisher(),
                                arrival.at(),
                                arrival.details())))
                .call(() -> reporters.store(session, arrival.id(), reporter(command, report)));
    }

    private Decision.Accepted decide(
            ReportCommand command, CaseFile file, @Nullable FilingRow row, Optional<Linked> original, Instant now) {
        var answer = masked(command.answer(), command);
        if (answer != null) {
            return ReportDecider.answered(file, answer, now);
        }
        return command.selfHandled()
                ? ReportDecider.selfHandled(file, now)
                : ReportDecider.decide(file, row, intake.verifiesFirst(command.channel()), original, now);
    }

    private Uni<Optional<Linked>> original(Mutiny.StatelessSession session, CaseFile file, ReportCommand command) {
        var chosen = command.duplicateOf();
        if (chosen != null) {
            return files.lock(session, chosen).map(parent -> Optional.of(chosen(chosen, parent)));
        }
        var point = file.report().place().point();
        if (point == null || file.classCode().equals(CaseFile.UNCLASSIFIED) || command.answer() != null) {
            return Uni.createFrom().item(Optional.empty());
        }
        var rule = intake.duplicateRule();
        var occurredAt = file.report().occurredAt();
        return files.nearby(session, file.classCode(), point, rule.radiusMeters(), occurredAt, rule.window())
                .map(candidates -> rule.original(point, occurredAt, candidates));
    }

    private static Linked chosen(UUID parentId, Optional<CaseFile> parent) {
        LinkRule.refusalOf(parent.orElse(null)).ifPresent(Decisions::accepted);
        return new Linked(parentId, false, "chosen when the report was taken in");
    }

    private static void checkSelfHandled(ReportCommand command) {
        if (command.selfHandled() && !command.channel().isOfPatrols()) {
            throw new ProblemException(
                    Problem.unprocessable("selfHandled", "is only for what somebody on the spot reports"));
        }
        if (command.selfHandled() && command.text().isBlank()) {
            throw new ProblemException(Problem.unprocessable("text", "must say what was put right"));
        }
    }

    private static void checkAnswered(ReportCommand command) {
        if (command.answer() == null) {
            return;
        }
        if (command.selfHandled() || command.duplicateOf() != null) {
            throw new ProblemException(Problem.unprocessable(
                    "answer", "settles the report by itself: neither selfHandled nor duplicateOf goes with it"));
        }
        if (command.text().isBlank()) {
            throw new ProblemException(Problem.unprocessable("text", "must say what was asked"));
        }
    }

    private Uni<Optional<SourceNumbers.Taken>> takeSourceNo(
            Mutiny.StatelessSession session, ReportCommand command, String publisher, UUID id) {
        var sourceNo = command.sourceNo();
        return sourceNo == null
                ? Uni.createFrom().item(Optional.empty())
                : sourceNumbers.take(session, publisher, command.channel().name(), sourceNo, id, command.digest());
    }

    private Uni<Accepted> repeated(Mutiny.StatelessSession session, ReportCommand command, SourceNumbers.Taken taken) {
        return resubmissions.refuseReturned(session, taken.caseId()).chain(() -> same(session, command, taken));
    }

    private Uni<Accepted> same(Mutiny.StatelessSession session, ReportCommand command, SourceNumbers.Taken taken) {
        if (!taken.digest().equals(command.digest())) {
            throw new ProblemException(Problem.conflict(
                    "source-number-taken",
                    "sourceNo was used before, for case %s, with another report.".formatted(taken.caseId())));
        }
        return files.lock(session, taken.caseId()).map(file -> new Accepted(file.orElseThrow(), false));
    }

    private static @Nullable FilingRow row(ReportCommand command, Taxonomy taxonomy) {
        var classCode = command.classCode();
        if (classCode == null) {
            return null;
        }
        if (!taxonomy.hasClass(classCode)) {
            throw new ProblemException(Problem.unprocessable("classCode", "is not a class of this city's taxonomy"));
        }
        return taxonomy.row(classCode, command.conditionCode())
                .orElseThrow(() -> new ProblemException(
                        Problem.unprocessable("conditionCode", "is not a filing condition of class " + classCode)));
    }

    private static Report report(ReportCommand command, Place place, String publisher, Instant now) {
        var occurredAt =
                command.occurredAt() == null ? now : command.occurredAt().truncatedTo(ChronoUnit.MICROS);
        if (occurredAt.isAfter(now.plus(CLOCK_TOLERANCE))) {
            throw new ProblemException(Problem.invalid("occurredAt", "lies in the future"));
        }
        return new Report(
                command.channel(),
                PersonalDataMask.mask(command.text(), command.reporterName()),
                command.urgent(),
                place,
                occurredAt.isAfter(now) ? now : occurredAt,
                now,
                publisher,
                command.sourceNo());
    }

    private static Reporter reporter(ReportCommand command, Report report) {
        return new Reporter(
                command.reporterName(),
                command.reporterPhone(),
                report.text().equals(command.text()) ? null : command.text());
    }

    private static @Nullable String masked(@Nullable String text, ReportCommand command) {
        return text == null ? null : PersonalDataMask.mask(text, command.reporterName());
    }

    /**
     * An accepted report.
     *
     * @param isNew false if the same report had been handed in before
     */
    public record Accepted(CaseFile file, boolean isNew) {}

    /**
     * How and as what a report came.
     *
     * @param returned the returned case it comes again for, if it does
     */
    private record Arrival(UUID id, Publisher publisher, Instant at, Optional<UUID> returned) {

        @Nullable
        String details() {
            return returned.map("{\"resubmissionOf\":\"%s\"}"::formatted).orElse(null);
        }
    }

    /** What accepting needs to know of the world. */
    @Singleton
    static class Intake {

        private final TaxonomyInForce taxonomy;
        private final PlaceFinder places;
        private final FilingConfig filing;
        private final DuplicatesConfig duplicates;
        private final Ids ids;
        private final Clock clock;

        Intake(
                TaxonomyInForce taxonomy,
                PlaceFinder places,
                FilingConfig filing,
                DuplicatesConfig duplicates,
                Ids ids,
                Clock clock) {
            this.taxonomy = taxonomy;
            this.places = places;
            this.filing = filing;
            this.duplicates = duplicates;
            this.ids = ids;
            this.clock = clock;
        }

        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }

        Taxonomy taxonomy() {
            return taxonomy.get();
        }

        Place place(@Nullable Point point, @Nullable String areaCode, @Nullable String address) {
            return places.find(point, areaCode, address);
        }

        boolean verifiesFirst(Channel channel) {
            return filing.verifiesFirst(channel);
        }

        city.urbanops.intake.casefile.domain.DuplicateRule duplicateRule() {
            return duplicates.rule();
        }

        UUID newId() {
            return ids.next();
        }
    }
}

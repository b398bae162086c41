package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.application.LateOriginals.Locked;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.FilingCommand.FileCase;
import city.urbanops.intake.casefile.domain.FilingRow;
import city.urbanops.intake.casefile.domain.SupervisionDecider;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A person files a report; one that gets its class only now, and with it repeats an open case, follows that one instead. */
@Singleton
public class FileByHand {

    private final LateOriginals originals;
    private final CaseWriter writer;
    private final Clock clock;

    FileByHand(LateOriginals originals, CaseWriter writer, Clock clock) {
        this.originals = originals;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Files the case of the step.
     *
     * @param classCode the class it is to get, absent for the one it has
     * @param row the row to file it under
     * @return the case afterwards: filed, or following another
     * @throws ProblemException as failed {@code Uni}: 404, 409 or 422
     */
    public Uni<CaseFile> file(
            Mutiny.StatelessSession session,
            StepRequest step,
            @Nullable String classCode,
            Function<CaseFile, FilingRow> row,
            @Nullable String opinion) {
        var id = step.caseId();
        return originals
                .lock(session, List.of(id), classCode == null ? Map.of() : Map.of(id, classCode))
                .chain(locked -> decide(session, step, locked, row, opinion));
    }

    private Uni<CaseFile> decide(
            Mutiny.StatelessSession session,
            StepRequest step,
            Locked locked,
            Function<CaseFile, FilingRow> row,
            @Nullable String opinion) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var file = Decisions.visible(Optional.ofNullable(locked.cases().get(step.caseId())), step.scope());
        var original = locked.original(file).filter(linked -> locked.mayBeLinked(file));
        var command = new FileCase(row.apply(file), original, opinion);
        var accepted = Decisions.accepted(SupervisionDecider.decide(file, command, step.actor(), now));
        return writer.save(session, file, accepted, step.actor(), now, step.details());
    }
}

package city.urbanops.intake.duplicates.application;

import city.urbanops.intake.duplicates.domain.OpenCase;
import city.urbanops.intake.duplicates.domain.Suggestion;
import city.urbanops.intake.duplicates.domain.TextFingerprint;
import city.urbanops.intake.duplicates.domain.TypedReport;
import city.urbanops.intake.reporter.application.Reporters;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Suggests open cases a report may repeat: near, told in the same words, or told by the same caller. */
@Singleton
public class SuggestDuplicates {

    private final Candidates candidates;
    private final Reporters reporters;
    private final SuggestionsConfig config;

    SuggestDuplicates(Candidates candidates, Reporters reporters, SuggestionsConfig config) {
        this.candidates = candidates;
        this.reporters = reporters;
        this.config = config;
    }

    /**
     * Suggestions while a report is typed, best first, at most ten.
     *
     * @param phone the caller's, if known; used to recognise, and not kept
     */
    public Uni<List<Suggestion>> whileTyping(
            Mutiny.StatelessSession session, TypedReport report, @Nullable String phone) {
        Uni<List<OpenCase>> ofCaller = phone == null
                ? Uni.createFrom().item(List.of())
                : candidates.ofCaller(session, reporters.callerToken(phone));
        return found(session, report, ofCaller).map(found -> config.rule().rank(report, found));
    }

    /**
     * Suggestions for a stored report, best first, at most ten; never itself.
     *
     * @throws ProblemException as failed {@code Uni}: 404 if there is no such case
     */
    public Uni<List<Suggestion>> forCase(Mutiny.StatelessSession session, UUID caseId) {
        return candidates
                .report(session, caseId)
                .map(stored ->
                        stored.orElseThrow(() -> new ProblemException(Problem.notFound("There is no such case."))))
                .chain(report -> found(session, report, candidates.ofSameCaller(session, caseId))
                        .map(found -> config.rule()
                                .rank(
                                        report,
                                        found.stream()
                                                .filter(other -> !other.caseId().equals(caseId))
                                                .toList())));
    }

    /** What all three look-ups find; asked together, so that the answer takes as long as the slowest of them. */
    private Uni<List<OpenCase>> found(
            Mutiny.StatelessSession session, TypedReport report, Uni<List<OpenCase>> ofCaller) {
        var alike = candidates.alike(session, TextFingerprint.of(report.text()));
        return Uni.join()
                .all(nearby(session, report), alike, ofCaller)
                .andFailFast()
                .map(found -> found.stream().flatMap(List::stream).toList());
    }

    private Uni<List<OpenCase>> nearby(Mutiny.StatelessSession session, TypedReport report) {
        if (report.point() == null || report.classCode() == null) {
            return Uni.createFrom().item(List.of());
        }
        var rule = config.rule();
        return candidates.nearby(session, report, rule.radiusMeters(), rule.from(report), rule.to(report));
    }
}

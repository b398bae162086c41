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
import java.util.ArrayList;
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
        return found(session, report)
                .chain(found -> phone == null
                        ? Uni.createFrom().item(found)
                        : candidates
                                .ofCaller(session, reporters.callerToken(phone))
                                .map(more -> both(found, more)))
                .map(found -> config.rule().rank(report, found));
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
                .chain(report -> found(session, report)
                        .chain(found -> candidates.ofSameCaller(session, caseId).map(more -> both(found, more)))
                        .map(found -> config.rule()
                                .rank(
                                        report,
                                        found.stream()
                                                .filter(other -> !other.caseId().equals(caseId))
                                                .toList())));
    }

    private Uni<List<OpenCase>> found(Mutiny.StatelessSession session, TypedReport report) {
        return nearby(session, report).chain(near -> candidates
                .alike(session, TextFingerprint.of(report.text()))
                .map(alike -> both(near, alike)));
    }

    private Uni<List<OpenCase>> nearby(Mutiny.StatelessSession session, TypedReport report) {
        if (report.point() == null || report.classCode() == null) {
            return Uni.createFrom().item(List.of());
        }
        var rule = config.rule();
        return candidates.nearby(session, report, rule.radiusMeters(), rule.from(report), rule.to(report));
    }

    private static List<OpenCase> both(List<OpenCase> some, List<OpenCase> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}

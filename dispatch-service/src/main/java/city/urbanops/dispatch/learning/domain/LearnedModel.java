package city.urbanops.dispatch.learning.domain;

import city.urbanops.classifier.Candidate;
import city.urbanops.classifier.CaseFacts;
import city.urbanops.classifier.Decision;
import city.urbanops.classifier.Model;
import city.urbanops.classifier.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An active model: asked about every case it is meant for, never changed while it is asked.
 *
 * @param version names it in explanations
 * @param target what it answers
 * @param model as trained
 * @param threshold the confidence from which on it decides by itself: its own, or a higher one that live results asked for
 * @param automatic false when it was told to suggest only
 * @param knownClasses the classes it has seen cases of
 */
public record LearnedModel(
        String version, Target target, Model model, double threshold, boolean automatic, Set<String> knownClasses) {

    private static final int MOST_SUGGESTIONS = 3;

    /** How many answers are looked at when some of the first may not be given; reasons cost time, so not before. */
    private static final int MOST_ASKED = 8;

    public LearnedModel {
        knownClasses = Set.copyOf(knownClasses);
    }

    /**
     * Who may be given an answer without a person.
     *
     * @param possible answers that may be suggested at all, for example units that still exist
     * @param byItself answers that may be followed without a person
     * @param restraint why a person decides in any case; empty when none has to
     */
    public record Bounds(Predicate<String> possible, Predicate<String> byItself, String restraint) {}

    /** The model's advice; pure, and within 500 µs. */
    public Advice advise(CaseFacts facts, Bounds bounds) {
        Decision decision = model.decide(facts, MOST_SUGGESTIONS);
        if (!decision.candidates().stream().map(Candidate::label).allMatch(bounds.possible())) {
            decision = model.decide(facts, MOST_ASKED);
        }
        List<Advice.Suggestion> suggestions = decision.candidates().stream()
                .filter(candidate -> bounds.possible().test(candidate.label()))
                .limit(MOST_SUGGESTIONS)
                .map(LearnedModel::suggestion)
                .toList();
        if (suggestions.isEmpty()) {
            return new Advice(
                    version,
                    threshold,
                    false,
                    "Model %s knows no answer that is possible.".formatted(version),
                    List.of());
        }
        String obstacle = obstacle(facts, bounds, decision.candidates().get(0), suggestions.get(0));
        Advice.Suggestion best = suggestions.get(0);
        return obstacle.isEmpty()
                ? new Advice(
                        version,
                        threshold,
                        true,
                        sentence("Model %s is %.1f %% sure of %s, and decides from %.1f %% on.", best),
                        suggestions)
                : new Advice(version, threshold, false, obstacle, suggestions);
    }

    private String obstacle(CaseFacts facts, Bounds bounds, Candidate first, Advice.Suggestion best) {
        if (!bounds.restraint().isEmpty()) {
            return bounds.restraint();
        }
        String classCode = facts.values().getOrDefault(Example.CLASS, "");
        if (target == Target.UNIT && !knownClasses.contains(classCode)) {
            return "Model %s has seen no case of class %s.".formatted(version, classCode);
        }
        if (!automatic) {
            return "Model %s was told to suggest only.".formatted(version);
        }
        if (!first.label().equals(best.label())) {
            return "Model %s would say %s, which is no longer possible.".formatted(version, first.label());
        }
        if (!bounds.byItself().test(best.label())) {
            return "Model %s says %s, which none of the rules that cover the case names."
                    .formatted(version, best.label());
        }
        return best.confidence() >= threshold
                ? ""
                : threshold > 1
                        ? sentence("Model %s is %.1f %% sure of %s, but knows too little to decide by itself.", best)
                        : sentence("Model %s is %.1f %% sure of %s, but decides only from %.1f %% on.", best);
    }

    private String sentence(String form, Advice.Suggestion best) {
        return String.format(Locale.ROOT, form, version, rounded(best.confidence()), best.label(), rounded(threshold));
    }

    /** Per cent, never rounded up: what is told as 99.6 is at least that. */
    private static double rounded(double share) {
        return Math.floor(share * 1000) / 10;
    }

    private static Advice.Suggestion suggestion(Candidate candidate) {
        return new Advice.Suggestion(
                candidate.label(),
                candidate.confidence(),
                candidate.reasons().stream().map(Reason::sentence).toList());
    }
}

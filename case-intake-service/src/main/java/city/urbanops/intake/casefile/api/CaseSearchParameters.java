package city.urbanops.intake.casefile.api;

import city.urbanops.intake.casefile.application.CaseQueries.Filter;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.casefile.domain.SearchTerms;
import city.urbanops.kit.http.StorableTime;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import java.time.Instant;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters of a search, as text, so that a wrong one is answered by name. */
public class CaseSearchParameters {

    @RestQuery
    @Nullable
    String phase;

    @RestQuery
    @Nullable
    String department;

    @RestQuery
    @Nullable
    String district;

    @RestQuery
    @Nullable
    String area;

    @RestQuery
    @Nullable
    String classCode;

    @RestQuery
    @Nullable
    String channel;

    @RestQuery
    @Nullable
    String referral;

    @RestQuery
    @Nullable
    String q;

    @RestQuery
    @Nullable
    String from;

    @RestQuery
    @Nullable
    String to;

    @RestQuery
    @Nullable
    String limit;

    @RestQuery
    @Nullable
    String cursor;

    Filter filter() {
        return new Filter(
                oneOf("phase", phase, Phase.class),
                text("department", department),
                text("district", district),
                text("area", area),
                text("classCode", classCode),
                oneOf("channel", channel, Channel.class),
                referralKind(),
                words(),
                instant("from", from),
                instant("to", to));
    }

    private static <E extends Enum<E>> Optional<String> oneOf(String name, @Nullable String value, Class<E> type) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Enum.valueOf(type, value).name());
        } catch (IllegalArgumentException unknown) {
            throw new ProblemException(Problem.invalid(name, "is not one of the known values"));
        }
    }

    /** A kind of any version: those that hold no longer are still looked for. */
    private Optional<String> referralKind() {
        if (referral != null && !ReferralRequest.KIND.matcher(referral).matches()) {
            throw new ProblemException(Problem.invalid("referral", "must be a kind such as LITIGATION"));
        }
        return Optional.ofNullable(referral);
    }

    private Optional<String> words() {
        var words = text("q", q);
        if (words.isPresent() && words.flatMap(SearchTerms::of).isEmpty()) {
            throw new ProblemException(Problem.invalid("q", "must have a letter, a digit or a Chinese character"));
        }
        return words;
    }

    private static Optional<String> text(String name, @Nullable String value) {
        if (value != null && (value.length() > 200 || value.indexOf('\0') >= 0)) {
            throw new ProblemException(Problem.invalid(name, "must have at most 200 usable characters"));
        }
        return Optional.ofNullable(value).filter(v -> !v.isBlank());
    }

    private static Optional<Instant> instant(String name, @Nullable String value) {
        return Optional.ofNullable(value).map(text -> StorableTime.instant(text)
                .orElseThrow(() ->
                        new ProblemException(Problem.invalid(name, "must be a time such as 2026-03-02T04:00:00Z"))));
    }
}

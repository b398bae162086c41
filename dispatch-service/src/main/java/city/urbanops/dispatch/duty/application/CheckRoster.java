package city.urbanops.dispatch.duty.application;

import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.duty.domain.DutyPost;
import city.urbanops.dispatch.duty.domain.RosterGaps;
import city.urbanops.dispatch.duty.domain.RosterOverlaps;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.kit.problem.FieldError;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether a roster somebody hands in can tell who is on duty, and what is odd about it. */
@Singleton
public class CheckRoster {

    /** More posts than any unit has people; a longer file is not a roster. */
    public static final int MOST_POSTS = 500;

    /** More than anybody reads at once. */
    private static final int MOST_WARNINGS = 200;

    private final CurrentCity city;
    private final Clock clock;

    CheckRoster(CurrentCity city, Clock clock) {
        this.city = city;
        this.clock = clock;
    }

    /**
     * What an upload holds.
     *
     * @param posts empty when there are errors
     * @param errors by row: nothing is stored
     * @param warnings by row, or {@code roster} for all of it: stored all the same
     */
    public record Checked(List<DutyPost> posts, List<FieldError> errors, List<FieldError> warnings) {
        public Checked {
            posts = List.copyOf(posts);
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
        }
    }

    /** Checks every row, and the roster as a whole where all rows are sound; tens of milliseconds, so not for the event loop. */
    public Checked check(Unit unit, List<PostDraft> drafts) {
        if (drafts.size() > MOST_POSTS) {
            String tooMany = "are too many: at most %d are taken".formatted(MOST_POSTS);
            return new Checked(List.of(), List.of(new FieldError("posts", tooMany)), List.of());
        }
        List<DutyPost> posts = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (PostDraft draft : drafts) {
            CheckPost.Checked row = CheckPost.check(city.get().areas(), draft);
            row.errors().forEach(message -> errors.add(new FieldError(draft.at(), message)));
            DutyPost post = row.post();
            if (post != null) {
                posts.add(post);
            }
        }
        if (errors.isEmpty()) {
            errors.addAll(versionsThatOverlap(drafts, posts));
        }
        return errors.isEmpty()
                ? new Checked(posts, errors, warnings(unit, drafts, posts))
                : new Checked(List.of(), errors, List.of());
    }

    /** Rows of one post follow each other; two that hold on the same day say two things of it. */
    private static List<FieldError> versionsThatOverlap(List<PostDraft> drafts, List<DutyPost> posts) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, List<Integer>> rowsOf = new HashMap<>();
        for (int i = 0; i < posts.size(); i++) {
            DutyPost post = posts.get(i);
            List<Integer> before = rowsOf.computeIfAbsent(post.postId(), id -> new ArrayList<>());
            for (int earlier : before) {
                if (posts.get(earlier).isInForceTogetherWith(post)) {
                    errors.add(new FieldError(
                            drafts.get(i).at(),
                            "effective_from, effective_until: overlap those of '%s' in %s"
                                    .formatted(
                                            post.postId(), drafts.get(earlier).at())));
                }
            }
            before.add(i);
        }
        return errors;
    }

    private List<FieldError> warnings(Unit unit, List<PostDraft> drafts, List<DutyPost> posts) {
        List<FieldError> warnings = new ArrayList<>();
        RosterGaps.of(posts, unit.areaCode(), LocalDate.now(clock))
                .forEach(gap -> warnings.add(new FieldError("roster", gap)));
        for (RosterOverlaps.Pair pair : RosterOverlaps.of(posts)) {
            warnings.add(new FieldError(
                    drafts.get(pair.second()).at(),
                    "is on duty for the same area at the same time as %s: messages go to that one"
                            .formatted(drafts.get(pair.first()).at())));
        }
        for (int i = 0; i < posts.size(); i++) {
            DutyPost.Contact contact = posts.get(i).contact();
            if (contact.phone() == null && contact.email() == null) {
                warnings.add(new FieldError(drafts.get(i).at(), "has neither phone nor email: messages pass it by"));
            }
        }
        return warnings.stream().limit(MOST_WARNINGS).toList();
    }
}

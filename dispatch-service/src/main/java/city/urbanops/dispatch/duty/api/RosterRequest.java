package city.urbanops.dispatch.duty.api;

import city.urbanops.dispatch.duty.application.CheckRoster;
import city.urbanops.dispatch.duty.application.PostDraft;
import city.urbanops.dispatch.duty.domain.DutyPost;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A whole roster of a unit.
 *
 * @param posts every post; empty ends the roster
 */
public record RosterRequest(
        @NotNull @Size(max = CheckRoster.MOST_POSTS) List<@NotNull Post> posts) {

    /** One post; the columns of the CSV, {@code weekdays} as a list. */
    public record Post(
            @Nullable String postId,
            @Nullable String kind,
            @Nullable String areaCode,
            @Nullable List<@NotNull String> weekdays,
            @Nullable String hours,
            @Nullable Boolean holidays,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String effectiveFrom,
            @Nullable String effectiveUntil) {

        private PostDraft draft(int index) {
            return new PostDraft(
                    "posts[%d]".formatted(index),
                    postId,
                    kind,
                    areaCode,
                    weekdays == null ? List.of() : weekdays,
                    hours,
                    holidays == null ? null : holidays.toString(),
                    new DutyPost.Contact(name, phone, email),
                    effectiveFrom,
                    effectiveUntil);
        }

        /** Says nothing: it holds numbers of people. */
        @Override
        public String toString() {
            return "Post[***]";
        }
    }

    List<PostDraft> drafts() {
        return IntStream.range(0, posts.size())
                .mapToObj(i -> posts.get(i).draft(i))
                .toList();
    }
}

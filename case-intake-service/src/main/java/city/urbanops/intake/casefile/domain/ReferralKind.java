package city.urbanops.intake.casefile.domain;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A reason why a matter is not ours, and what then holds; data of the city ({@code city/README.md}).
 *
 * @param code for example LITIGATION
 * @param office where such matters belong, if nobody says more exactly
 * @param wordsZh what the reporter is told; {@code {to}}, {@code {earlier}} and {@code {progress}} stand for what is known of the case
 * @param approval true if only the shift leader may decide so
 * @param returns true if the report goes back to the system that handed it in 退单
 * @param namesEarlier true if the case that has the matter already must be named; no other kind names one
 * @param onlyFrom the channels it is for; empty for all
 * @param notFrom the channels it is not for
 * @param source the law or document it rests on
 */
public record ReferralKind(
        String code,
        String titleZh,
        String titleEn,
        String office,
        String wordsZh,
        String wordsEn,
        boolean approval,
        boolean returns,
        boolean namesEarlier,
        Set<Channel> onlyFrom,
        Set<Channel> notFrom,
        String source) {

    public ReferralKind {
        onlyFrom = Set.copyOf(onlyFrom);
        notFrom = Set.copyOf(notFrom);
    }

    /** What the reporter is told of a case that is referred so, in Chinese. */
    public String words(Referral referral, @Nullable CaseFile earlier) {
        return wordsZh.replace("{to}", referral.to() == null ? office : referral.to())
                .replace("{earlier}", earlier == null ? "" : earlier.number())
                .replace("{progress}", earlier == null ? "" : progress(earlier.phase()));
    }

    private static String progress(Phase phase) {
        return switch (phase) {
            case REPORTED -> "已受理";
            case VERIFYING -> "核实中";
            case FILED -> "已立案";
            case DISPATCHED -> "已派遣";
            case HANDLING -> "处置中";
            case SUSPENDED -> "缓办";
            case CHECKING -> "核查中";
            case CLOSED -> "已结案";
            case VOID -> "不予立案";
        };
    }

    boolean isFor(Channel channel) {
        return !notFrom.contains(channel) && (onlyFrom.isEmpty() || onlyFrom.contains(channel));
    }
}

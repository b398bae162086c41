package city.urbanops.metrics.domain;

import static city.urbanops.metrics.domain.CaseSet.ACCEPTED;
import static city.urbanops.metrics.domain.CaseSet.CHECKED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.CHECK_DUE;
import static city.urbanops.metrics.domain.CaseSet.CHECK_SEND_DUE;
import static city.urbanops.metrics.domain.CaseSet.CHECK_SENT_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.CLOSED;
import static city.urbanops.metrics.domain.CaseSet.CLOSED_AT_ONCE;
import static city.urbanops.metrics.domain.CaseSet.CLOSED_BY_FORCE;
import static city.urbanops.metrics.domain.CaseSet.CLOSED_BY_PATROL;
import static city.urbanops.metrics.domain.CaseSet.CLOSED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.CLOSED_OF_DUE;
import static city.urbanops.metrics.domain.CaseSet.CONTACTED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.CONTACT_DUE;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED_ACCURATELY;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED_BY_RULE;
import static city.urbanops.metrics.domain.CaseSet.DISPATCHED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.DISPATCH_DUE;
import static city.urbanops.metrics.domain.CaseSet.DUE_TO_CLOSE;
import static city.urbanops.metrics.domain.CaseSet.ESCALATED;
import static city.urbanops.metrics.domain.CaseSet.EVER_FILED;
import static city.urbanops.metrics.domain.CaseSet.EVER_SUSPENDED;
import static city.urbanops.metrics.domain.CaseSet.EXTENDED;
import static city.urbanops.metrics.domain.CaseSet.FILED;
import static city.urbanops.metrics.domain.CaseSet.FILED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.FILING_DUE;
import static city.urbanops.metrics.domain.CaseSet.FOUND_BY_PATROL;
import static city.urbanops.metrics.domain.CaseSet.FOUND_VALIDLY;
import static city.urbanops.metrics.domain.CaseSet.HANDLED;
import static city.urbanops.metrics.domain.CaseSet.HANDLED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.OVERDUE_OPEN;
import static city.urbanops.metrics.domain.CaseSet.PUBLIC;
import static city.urbanops.metrics.domain.CaseSet.PUBLIC_VERIFIED;
import static city.urbanops.metrics.domain.CaseSet.REOPENED;
import static city.urbanops.metrics.domain.CaseSet.REPLIED;
import static city.urbanops.metrics.domain.CaseSet.REPLIED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.REPLY_DUE;
import static city.urbanops.metrics.domain.CaseSet.REPLY_PROMISED;
import static city.urbanops.metrics.domain.CaseSet.REPORTED;
import static city.urbanops.metrics.domain.CaseSet.RESOLVED;
import static city.urbanops.metrics.domain.CaseSet.RETURNED;
import static city.urbanops.metrics.domain.CaseSet.REVISITED;
import static city.urbanops.metrics.domain.CaseSet.REWORKED_OF_DUE;
import static city.urbanops.metrics.domain.CaseSet.REWORKED_OF_HANDLED;
import static city.urbanops.metrics.domain.CaseSet.SATISFIED;
import static city.urbanops.metrics.domain.CaseSet.SUSPENDED;
import static city.urbanops.metrics.domain.CaseSet.TO_HANDLE;
import static city.urbanops.metrics.domain.CaseSet.TRANSFERRED;
import static city.urbanops.metrics.domain.CaseSet.URGENT_DUE;
import static city.urbanops.metrics.domain.CaseSet.URGENT_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.VERIFIED_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.VERIFY_DUE;
import static city.urbanops.metrics.domain.CaseSet.VERIFY_SEND_DUE;
import static city.urbanops.metrics.domain.CaseSet.VERIFY_SENT_IN_TIME;
import static city.urbanops.metrics.domain.CaseSet.VOID;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The catalogue: every figure the platform reports about cases, each defined once (DOMAIN §8). Where practice knows several bases, they are
 * variants of one indicator; the one named {@value #STANDARD} is what is meant when nobody says.
 */
public enum Indicator {
    REPORTS("上报数", "reports", "DOMAIN §8", number(REPORTED)),
    FILINGS("立案数", "cases filed", "DOMAIN §8", number(FILED)),
    LOAD("派遣数", "cases a unit was given", "DOMAIN §8, load of the composite index", number(DISPATCHED)),
    HANDLED_CASES("处置数", "cases handled", "DOMAIN §8", number(HANDLED)),
    CLOSED_CASES("结案数", "cases closed", "DOMAIN §8", number(CLOSED)),
    OVERDUE_CASES("超期未处置数", "overdue and still open", "DOMAIN §8", number(OVERDUE_OPEN)),
    SUSPENDED_CASES("缓办数", "suspended now", "DOMAIN §8", number(SUSPENDED)),
    ACCEPTANCES(
            "受理数",
            "cases an acceptor took in, or sent somebody about",
            "S3, volume of the acceptor's index",
            number(ACCEPTED)),
    VALID_REPORT_RATE(
            "有效上报率",
            "valid ÷ reported",
            "S3, S4",
            ratio(FILED, REPORTED),
            Map.of("patrol", ratio(FOUND_VALIDLY, FOUND_BY_PATROL))),
    MISS_RATE("漏报率", "found by the public ÷ filed", "S3", ratio(PUBLIC, FILED)),
    PUBLIC_SUPERVISION_RATE("公众监督率", "verified public reports ÷ filed", "S3", ratio(PUBLIC_VERIFIED, FILED)),
    IN_TIME_VERIFY_RATE(
            "按时核实率", "verified in time ÷ verified with a known limit", "S3, S4", ratio(VERIFIED_IN_TIME, VERIFY_DUE)),
    VERIFY_SENT_IN_TIME_RATE(
            "核实按时发送率",
            "sent to verification in time ÷ sent by a person with a known limit",
            "S3",
            ratio(VERIFY_SENT_IN_TIME, VERIFY_SEND_DUE)),
    IN_TIME_FILING_RATE(
            "按时立案率", "filed in time ÷ filed by a person with a known limit", "S3", ratio(FILED_IN_TIME, FILING_DUE)),
    ACCURATE_FILING_RATE("立案准确率", "(filed − void) ÷ filed", "S3", ratio(FILED, EVER_FILED)),
    IN_TIME_DISPATCH_RATE(
            "按时派遣率",
            "dispatched in time ÷ dispatched by a dispatcher with a known limit",
            "S3, S4",
            ratio(DISPATCHED_IN_TIME, DISPATCH_DUE)),
    AUTOMATIC_DISPATCH_RATE("自动派遣率", "dispatched by rule ÷ dispatched", "A8", ratio(DISPATCHED_BY_RULE, DISPATCHED)),
    ACCURATE_DISPATCH_RATE(
            "派遣准确率",
            "never returned or moved ÷ to be dispatched",
            "S3, S4",
            ratio(DISPATCHED_ACCURATELY, FILED),
            Map.of("dispatched", ratio(DISPATCHED_ACCURATELY, DISPATCHED))),
    HANDLE_RATE(
            "处置率",
            "handled ÷ to be handled",
            "S4",
            ratio(HANDLED, DISPATCHED),
            Map.of("unsuspended", ratio(HANDLED, TO_HANDLE))),
    IN_TIME_HANDLE_RATE(
            "按期处置率",
            "handled in time ÷ to be handled",
            "S4",
            ratio(HANDLED_IN_TIME, TO_HANDLE),
            Map.of(
                    "due", ratio(HANDLED_IN_TIME, DUE_TO_CLOSE),
                    "handled", ratio(HANDLED_IN_TIME, HANDLED))),
    CLOSE_RATE(
            "结案率",
            "closed ÷ filed",
            "seeds: 169,969/172,330",
            ratio(CLOSED, FILED),
            Map.of(
                    "due", ratio(CLOSED_OF_DUE, DUE_TO_CLOSE),
                    "reported", ratio(CLOSED, REPORTED))),
    IN_TIME_CLOSE_RATE(
            "按期结案率",
            "closed in time ÷ due to close",
            "S3, S4",
            ratio(CLOSED_IN_TIME, DUE_TO_CLOSE),
            Map.of(
                    "closed", ratio(CLOSED_IN_TIME, CLOSED),
                    "filed", ratio(CLOSED_IN_TIME, FILED))),
    REWORK_RATE(
            "返工率",
            "reworked ÷ due to close",
            "S3",
            ratio(REWORKED_OF_DUE, DUE_TO_CLOSE),
            Map.of("handled", ratio(REWORKED_OF_HANDLED, HANDLED))),
    FIRST_TIME_COMPLETION_RATE("一次完成率", "closed without rework ÷ closed", "S15", ratio(CLOSED_AT_ONCE, CLOSED)),
    RETURN_RATE("退单率", "returned ÷ filed", "S3, S4", ratio(RETURNED, FILED)),
    TRANSFER_RATE("改派率", "transferred ÷ filed", "S3, S4", ratio(TRANSFERRED, FILED)),
    EXTENSION_RATE("延期率", "extended ÷ filed", "S3, S4", ratio(EXTENDED, FILED)),
    SUSPENSION_RATE("缓办率", "ever suspended ÷ filed", "S3, S4", ratio(EVER_SUSPENDED, FILED)),
    REOPEN_RATE("重开率", "reopened ÷ filed", "design", ratio(REOPENED, FILED)),
    ESCALATION_RATE("升级率", "escalated ÷ filed", "design", ratio(ESCALATED, FILED)),
    VOID_RATE("作废率", "void ÷ reported", "S3, S4", ratio(VOID, REPORTED)),
    FORCED_CLOSE_RATE("强制结案率", "closed by force ÷ closed", "DOMAIN §3", ratio(CLOSED_BY_FORCE, CLOSED)),
    SELF_HANDLED_RATE("自行处置率", "fixed by the patrol ÷ closed", "DOMAIN §3", ratio(CLOSED_BY_PATROL, CLOSED)),
    URGENT_IN_TIME_RATE("急要件按期率", "urgent in time ÷ urgent due", "S9", ratio(URGENT_IN_TIME, URGENT_DUE)),
    IN_TIME_CHECK_RATE(
            "按时核查率", "checked in time ÷ closed with a check that was due", "S3, S4", ratio(CHECKED_IN_TIME, CHECK_DUE)),
    CHECK_SENT_IN_TIME_RATE(
            "核查按时发送率",
            "sent to the check in time ÷ sent by a person with a known limit",
            "S3",
            ratio(CHECK_SENT_IN_TIME, CHECK_SEND_DUE)),
    RESOLUTION_RATE("解决率", "resolved ÷ reporters asked", "S6", ratio(RESOLVED, REVISITED)),
    SATISFACTION_RATE("满意率", "satisfied ÷ reporters asked", "S6", ratio(SATISFIED, REVISITED)),
    RECEPTION_RATE(
            "接待率",
            "contacted in time ÷ promised a reply, and contacted or past the deadline",
            "A14; S6, response rate",
            ratio(CONTACTED_IN_TIME, CONTACT_DUE),
            Map.of("promised", ratio(CONTACTED_IN_TIME, REPLY_PROMISED))),
    REPLY_RATE(
            "答复率",
            "replied ÷ promised a reply, and replied or past the deadline",
            "A14",
            ratio(REPLIED, REPLY_DUE),
            Map.of("promised", ratio(REPLIED, REPLY_PROMISED))),
    REPLY_IN_TIME_RATE(
            "按时答复率",
            "replied in time ÷ promised a reply, and replied or past the deadline",
            "A14",
            ratio(REPLIED_IN_TIME, REPLY_DUE),
            Map.of("replied", ratio(REPLIED_IN_TIME, REPLIED)));

    /** The name of the variant that is meant when none is named. */
    public static final String STANDARD = "standard";

    /** Made once: a sheet asks for all of them of each unit. */
    private static final Map<String, Ratio> BY_NAME = byName();

    private final String titleZh;
    private final String title;
    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // made unmodifiable below
    private final Map<String, Ratio> variants;

    Indicator(String titleZh, String title, String source, Ratio standard) {
        this(titleZh, title, source, standard, Map.of());
    }

    Indicator(String titleZh, String title, String source, Ratio standard, Map<String, Ratio> others) {
        this.titleZh = titleZh;
        this.title = title;
        this.source = source;
        var all = new TreeMap<>(others);
        all.put(STANDARD, standard);
        this.variants = Collections.unmodifiableMap(all);
    }

    /** For example {@code close-rate}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name as bureaus write it. */
    public String titleZh() {
        return titleZh;
    }

    /** How it is computed, in words. */
    public String title() {
        return title;
    }

    /** Where the definition comes from. */
    public String source() {
        return source;
    }

    /** True for a share, false for a number of cases. */
    public boolean isRate() {
        return standard().base() != null;
    }

    /** How it is computed when nobody says. */
    public Ratio standard() {
        return Objects.requireNonNull(variants.get(STANDARD));
    }

    /** All ways to compute it, by name; never empty. */
    public Map<String, Ratio> variants() {
        return variants;
    }

    /** Finds {@code close-rate} or {@code close-rate.due}. */
    public static Optional<Ratio> find(String idAndVariant) {
        return Optional.ofNullable(BY_NAME.get(idAndVariant));
    }

    /** Finds an indicator by its id. */
    public static Optional<Indicator> ofId(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }

    /** Every id, also with each variant, in the order of the catalogue. */
    public static List<String> names() {
        return Arrays.stream(values())
                .flatMap(one -> one.variants.keySet().stream()
                        .map(variant -> variant.equals(STANDARD) ? one.id() : one.id() + "." + variant))
                .toList();
    }

    private static Map<String, Ratio> byName() {
        var ratios = new HashMap<String, Ratio>();
        for (var one : values()) {
            ratios.put(one.id(), one.standard());
            one.variants.forEach((variant, ratio) -> ratios.put(one.id() + "." + variant, ratio));
        }
        return Map.copyOf(ratios);
    }

    private static Ratio number(CaseSet part) {
        return Ratio.number(part);
    }

    private static Ratio ratio(CaseSet part, CaseSet base) {
        return Ratio.of(part, base);
    }
}

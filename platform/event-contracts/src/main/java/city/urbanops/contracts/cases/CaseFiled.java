package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The case was filed 立案 under one filing condition; dispatch starts from here.
 *
 * @param context common to all events of a case
 * @param caseNumber the number people quote
 * @param conditionCode the filing-condition row chosen
 * @param timeLimit the row's limit to handle, for example {@code 4wh} (DOMAIN §4)
 * @param districtCode six digits
 * @param gridCode the unit grid, absent when only a larger area is known
 * @param location absent when the report names only an area
 * @param text masked text of the report
 * @param urgent urgent item 急要件
 * @param taxonomyVersion version of the standards it was filed under
 * @param filedAt the filing date counts it in closure rates
 * @param fileDueAt when the person who filed it had to have done so; absent when a standing rule filed it, and in older events
 * @param occurredAt when the reporter saw it 发现; a rule of dispatch may count a limit from there; absent in older events
 */
public record CaseFiled(
        @JsonUnwrapped CaseContext context,
        String caseNumber,
        String conditionCode,
        String timeLimit,
        String districtCode,
        @Nullable String gridCode,
        @Nullable GeoPoint location,
        String text,
        boolean urgent,
        String taxonomyVersion,
        Instant filedAt,
        @Nullable Instant fileDueAt,
        @Nullable Instant occurredAt)
        implements CaseEvent {

    /** A case of which nobody says when it was seen. */
    public CaseFiled(
            CaseContext context,
            String caseNumber,
            String conditionCode,
            String timeLimit,
            String districtCode,
            @Nullable String gridCode,
            @Nullable GeoPoint location,
            String text,
            boolean urgent,
            String taxonomyVersion,
            Instant filedAt,
            @Nullable Instant fileDueAt) {
        this(
                context,
                caseNumber,
                conditionCode,
                timeLimit,
                districtCode,
                gridCode,
                location,
                text,
                urgent,
                taxonomyVersion,
                filedAt,
                fileDueAt,
                null);
    }

    /** A case a standing rule has filed. */
    public CaseFiled(
            CaseContext context,
            String caseNumber,
            String conditionCode,
            String timeLimit,
            String districtCode,
            @Nullable String gridCode,
            @Nullable GeoPoint location,
            String text,
            boolean urgent,
            String taxonomyVersion,
            Instant filedAt) {
        this(
                context,
                caseNumber,
                conditionCode,
                timeLimit,
                districtCode,
                gridCode,
                location,
                text,
                urgent,
                taxonomyVersion,
                filedAt,
                null);
    }
}

package city.urbanops.contracts.cases;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report was accepted as a case; its text has phones, ID numbers and the reporter's name masked.
 *
 * @param context common to all events of a case
 * @param caseNumber the number people quote
 * @param text masked text of the report; may be empty
 * @param location absent when the report names only an area
 * @param address as reported, masked
 * @param occurredAt when the reporter saw it; never after the report
 * @param urgent marked urgent by the reporter
 * @param publisher the account that handed it in
 * @param sourceNo its number in the handing-in system, unique per channel and publisher
 * @param acceptDueAt when it has to be filed, voided or sent to verification
 * @param byPerson true if a person took it in, with an account of the centre or of a patrol; absent for a system, and for older events
 */
public record CaseReported(
        @JsonUnwrapped CaseContext context,
        String caseNumber,
        String text,
        @Nullable GeoPoint location,
        @Nullable String address,
        Instant occurredAt,
        boolean urgent,
        @Nullable String publisher,
        @Nullable String sourceNo,
        @Nullable Instant acceptDueAt,
        @Nullable Boolean byPerson)
        implements CaseEvent {

    /** A report whose acceptance has no due instant. */
    public CaseReported(
            CaseContext context,
            String caseNumber,
            String text,
            @Nullable GeoPoint location,
            @Nullable String address,
            Instant occurredAt,
            boolean urgent,
            @Nullable String publisher,
            @Nullable String sourceNo) {
        this(context, caseNumber, text, location, address, occurredAt, urgent, publisher, sourceNo, null, null);
    }
}

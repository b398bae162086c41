package city.urbanops.contracts.submissions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report of another city system: the fields of {@code POST /reports} and who hands it in. Unlike other events it is read strictly:
 * an unknown field is refused, as REST refuses it.
 *
 * @param publisher the system that hands it in
 * @param sourceNo its number there; handing the same report in again changes nothing
 * @param channel one of DESIGN §9
 * @param text what is reported, at most 5000 characters
 * @param location either this or {@code areaCode} says where
 * @param reporter who reported; intake stores it encrypted
 * @param details what the channel says beyond that, by names of its own (DOMAIN §12)
 * @param orderType what a work order is, CONSULTATION for one; the same as {@code details.orderType} where both are given
 * @param resubmissionOf the sourceNo of a report of the same publisher and channel that was returned, and comes again with this one
 */
public record ReportSubmitted(
        @JsonProperty(required = true) String publisher,
        @JsonProperty(required = true) String sourceNo,
        @JsonProperty(required = true) String channel,
        @JsonProperty(required = true) String text,
        @Nullable String classCode,
        @Nullable String conditionCode,
        @Nullable Location location,
        @Nullable String areaCode,
        @Nullable Reporter reporter,
        @Nullable Boolean urgent,
        @Nullable List<String> media,
        @Nullable Instant occurredAt,
        @Nullable UUID duplicateOf,
        @Nullable Boolean selfHandled,
        @Nullable Map<String, Object> details,
        @Nullable String orderType,
        @Nullable String resubmissionOf) {

    public ReportSubmitted {
        media = media == null ? null : List.copyOf(media);
        details = details == null ? null : Map.copyOf(details);
    }

    /** The Kafka key: {@code publisher/sourceNo}. */
    public String key() {
        return publisher + "/" + sourceNo;
    }

    /** WGS-84 degrees, with an address in words if known. */
    public record Location(double lng, double lat, @Nullable String address) {}

    /** Who reports. */
    public record Reporter(@Nullable String name, @Nullable String phone) {

        /** Says nothing: this value must not reach a log. */
        @Override
        public String toString() {
            return "Reporter[…]";
        }
    }
}

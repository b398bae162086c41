package city.urbanops.intake.submission.application;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.submission.application.ReportRequest.Location;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a channel says beyond the report itself (DOMAIN §12), one record for each kind of channel. */
public sealed interface ChannelDetails {

    /** The record of a channel; empty for a channel that says nothing more. */
    static Optional<Class<? extends ChannelDetails>> of(Channel channel) {
        return Optional.ofNullable(
                switch (channel) {
                    case HOTLINE_12345 -> Hotline.class;
                    case CITY_PATROL, COUNTY_PATROL, COMMUNITY_STATION -> Patrol.class;
                    case CITIZEN_APP -> App.class;
                    case PETITION_PROVINCE, PETITION_CITY, ONLINE_POLITICS, PUBLIC_REPORT -> Letter.class;
                    case AI_VIDEO -> Video.class;
                    case SATELLITE_PATCH -> Patch.class;
                    case OWNER_DEPARTMENT -> Clue.class;
                    case DUST_MONITOR, OPEN311 -> null;
                });
    }

    /** The caller's telephone, if the details name one: it is kept as the reporter's. */
    @JsonIgnore
    default @Nullable String telephone() {
        return null;
    }

    /** The names of fields that are kept apart from the others, encrypted. */
    @JsonIgnore
    default List<String> personal() {
        return List.of();
    }

    /** A work order 工单 of the 12345 hotline; what is returned, extended, answered and revisited later is the journal's. */
    record Hotline(
            @Nullable @Size(min = 1, max = 60, message = "must have 1 to 60 characters")
            String orderNo,

            @Nullable OrderType orderType,

            @Nullable @Pattern(regexp = ReportRequest.TELEPHONE, message = "must be a telephone number")
            String callerPhone,

            @Nullable Boolean wantsReply,
            @Nullable Boolean wantsSecrecy,
            @Nullable Instant acceptTime,
            @Nullable Instant dueTime,

            @Nullable @Size(max = 60, message = "must have at most 60 characters")
            String mainUnit,

            @Nullable @Size(max = 20, message = "must have at most 20 items")
            List<@NotNull @Size(max = 60, message = "must have at most 60 characters") String> coUnits,

            @Nullable @Size(max = 60, message = "must have at most 60 characters")
            String repeatOf)
            implements ChannelDetails {

        static final Hotline EMPTY = new Hotline(null, null, null, null, null, null, null, null, null, null);

        Hotline withOrderType(OrderType type) {
            return new Hotline(
                    orderNo,
                    type,
                    callerPhone,
                    wantsReply,
                    wantsSecrecy,
                    acceptTime,
                    dueTime,
                    mainUnit,
                    coUnits,
                    repeatOf);
        }

        @Override
        public @Nullable String telephone() {
            return callerPhone;
        }

        /** The telephone is the reporter's, who has a place of their own. */
        @Override
        public List<String> personal() {
            return List.of("callerPhone");
        }

        /** Says nothing: this value must not reach a log. */
        @Override
        public String toString() {
            return "Hotline[…]";
        }

        /** 咨询, 求助, 投诉, 举报, 建议. */
        public enum OrderType {
            CONSULTATION,
            HELP,
            COMPLAINT,
            TIP_OFF,
            SUGGESTION
        }
    }

    /** What a patrol 巡查 of the city, a county or a community notes on the spot; a community's station says of what type the matter is. */
    record Patrol(
            @Nullable @Size(min = 1, max = 60, message = "must have 1 to 60 characters")
            String collectorId,

            @Nullable @Size(max = 30, message = "must have at most 30 characters")
            String responsibilityGrid,

            @Nullable @Pattern(regexp = "\\d{6,15}", message = "must be 6 to 15 digits")
            String unitGrid,

            @Nullable @Size(max = 30, message = "must have at most 30 characters")
            String partId,

            @Nullable @Valid @Size(max = 20, message = "must have at most 20 items")
            List<@NotNull Photo> photos,

            Hotline.@Nullable OrderType orderType)
            implements ChannelDetails {

        static final Patrol EMPTY = new Patrol(null, null, null, null, null, null);

        Patrol withOrderType(Hotline.OrderType type) {
            return new Patrol(collectorId, responsibilityGrid, unitGrid, partId, photos, type);
        }

        /** A picture of the place: near 近景, far 远景, or for reference. */
        public record Photo(
                @NotNull(message = "is required") Kind kind,
                @NotNull(message = "is required") UUID mediaId,
                @Nullable Instant takenAt,

                @Nullable @Valid Location location) {}

        /** How a picture shows the place. */
        public enum Kind {
            NEAR,
            FAR,
            REFERENCE
        }
    }

    /** A report by the city's app. */
    record App(
            @Nullable @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
            String userToken,

            @Nullable @Size(max = 60, message = "must have at most 60 characters")
            String category,

            @Nullable Boolean contactConsent,

            @Nullable @Min(value = 1, message = "must be at least 1") @Max(value = 5, message = "must be at most 5")
            Integer rating)
            implements ChannelDetails {

        @Override
        public List<String> personal() {
            return List.of("userToken");
        }

        /** Says nothing: this value must not reach a log. */
        @Override
        public String toString() {
            return "App[…]";
        }
    }

    /** A petition, a letter of online politics or a public report: whoever passes it on sets when to answer. */
    record Letter(
            @Nullable @Size(max = 60, message = "must have at most 60 characters")
            String batch,

            @Nullable Instant replyBy)
            implements ChannelDetails {}

    /** What a camera's algorithm believes to see. */
    record Video(
            @NotNull(message = "is required") @Size(min = 1, max = 60, message = "must have 1 to 60 characters")
            String cameraId,

            @Nullable @Size(max = 60, message = "must have at most 60 characters")
            String algorithm,

            @Nullable
            @DecimalMin(value = "0", message = "must be at least 0")
            @DecimalMax(value = "1", message = "must be at most 1")
            Double confidence,

            @Nullable @Size(max = 500, message = "must have at most 500 characters")
            String snapshot,

            @Nullable Review reviewResult)
            implements ChannelDetails {

        /** What the person said who looked at it. */
        public enum Review {
            UNREVIEWED,
            CONFIRMED,
            REJECTED
        }
    }

    /** A changed patch 图斑 of a satellite picture; its outline is a closed ring of WGS-84 positions. */
    record Patch(
            @NotNull(message = "is required") @Size(min = 1, max = 60, message = "must have 1 to 60 characters")
            String patchId,

            @Nullable @Size(max = 60, message = "must have at most 60 characters")
            String batch,

            @Nullable @Valid @Size(min = 4, max = 2000, message = "must have 4 to 2000 items")
            List<@NotNull Location> polygon,

            @Nullable
            @PositiveOrZero(message = "must be zero or more")
            @DecimalMax(value = "1000000000000", message = "must be at most 1000000000000")
            Double areaSquareMeters,

            @Nullable
            @Min(value = 1990, message = "must be at least 1990")
            @Max(value = 2100, message = "must be at most 2100")
            Integer year,

            @Nullable @Size(max = 50, message = "must have at most 50 items")
            List<@NotNull @Size(max = 500, message = "must have at most 500 characters") String> evidence)
            implements ChannelDetails {}

    /** A clue of the department that owns the matter. */
    record Clue(
            @Nullable @Size(max = 100, message = "must have at most 100 characters")
            String sender,

            @Nullable @Size(max = 1000, message = "must have at most 1000 characters")
            String legalBasis,

            @Nullable @Size(max = 50, message = "must have at most 50 items")
            List<@NotNull @Size(max = 500, message = "must have at most 500 characters") String> evidence)
            implements ChannelDetails {}
}

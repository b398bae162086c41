package city.urbanops.intake.submission.application;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.submission.application.ChannelDetails.Hotline;
import city.urbanops.intake.submission.application.ChannelDetails.Hotline.OrderType;
import city.urbanops.intake.submission.application.ChannelDetails.Patrol;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The order type of a report, which may stand at the top or among the details, and is kept with the details. */
final class OrderTypes {

    private OrderTypes() {}

    /** The order type the details name, if they do. */
    static @Nullable OrderType of(@Nullable ChannelDetails details) {
        if (details instanceof Hotline order) {
            return order.orderType();
        }
        return details instanceof Patrol patrol ? patrol.orderType() : null;
    }

    /**
     * The details with the order type named beside them.
     *
     * @throws ProblemException 400 if the channel has no order types, 422 if two are named
     */
    static @Nullable ChannelDetails in(Channel channel, @Nullable ChannelDetails details, @Nullable OrderType named) {
        var inside = of(details);
        if (inside != null && channel != Channel.HOTLINE_12345 && channel != Channel.COMMUNITY_STATION) {
            throw new ProblemException(Problem.invalid("details.orderType", "is not for reports by " + channel));
        }
        if (named == null) {
            return details;
        }
        if (inside != null && inside != named) {
            throw new ProblemException(Problem.unprocessable("orderType", "is not what details.orderType says"));
        }
        return switch (channel) {
            case HOTLINE_12345 -> (details instanceof Hotline order ? order : Hotline.EMPTY).withOrderType(named);
            case COMMUNITY_STATION -> (details instanceof Patrol patrol ? patrol : Patrol.EMPTY).withOrderType(named);
            default -> throw new ProblemException(Problem.invalid("orderType", "is not for reports by " + channel));
        };
    }
}

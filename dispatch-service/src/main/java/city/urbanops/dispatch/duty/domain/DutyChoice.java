package city.urbanops.dispatch.duty.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which post a message went to, without anybody's number.
 *
 * @param messageId the message
 * @param eventId what happened
 * @param caseId the case it is about
 * @param unitCode the unit
 * @param channel the way it went
 * @param areaCode where the case is
 * @param rosterVersion the roster it was chosen by
 * @param postId the post; absent when nobody on duty could be reached that way and the unit's own contacts were told
 * @param chosenAt the moment that counted
 */
public record DutyChoice(
        UUID messageId,
        UUID eventId,
        UUID caseId,
        String unitCode,
        String channel,
        String areaCode,
        String rosterVersion,
        @Nullable String postId,
        Instant chosenAt) {}

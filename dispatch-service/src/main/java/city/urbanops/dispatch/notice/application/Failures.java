package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.config.NoticeConfig;
import city.urbanops.dispatch.notice.domain.Retries;

/** What is remembered of trouble with a receiver, and how long it is waited for. */
final class Failures {

    private static final int LONGEST_REASON = 200;

    private Failures() {}

    static String reason(Throwable trouble) {
        String reason = trouble.getMessage() == null ? trouble.getClass().getSimpleName() : trouble.getMessage();
        return reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
    }

    static Retries retries(NoticeConfig config) {
        return new Retries(config.firstPause(), config.longestPause(), config.givenUpAfter());
    }
}

package city.urbanops.dispatch.notice.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How units are told of their tasks. */
@ConfigMapping(prefix = "urbanops.notices")
public interface NoticeConfig {

    /** The key all units' signing keys are derived from; without it no receiver can be registered. */
    Optional<String> signingKey();

    /** Whether receivers may lie in private networks and speak plain HTTP; for tests and one machine. */
    @WithDefault("false")
    boolean allowPrivateReceivers();

    /** How long a receiver may take to answer. */
    @WithDefault("PT5S")
    Duration timeout();

    /** The pause after the first failure; it doubles with each. */
    @WithDefault("PT1S")
    Duration firstPause();

    /** The longest pause between two attempts. */
    @WithDefault("PT15M")
    Duration longestPause();

    /** After so many failures in a row the receiver is given up, with an alert; about a day and a half with the default pauses. */
    @WithDefault("150")
    int givenUpAfter();

    /** How many notices of one unit may wait; what comes on top of them is dropped and counted. */
    @WithDefault("10000")
    int mostWaiting();

    /** Events older than this tell nobody anything: they are read again after a restore or in a new consumer group. */
    @WithDefault("PT24H")
    Duration oldest();

    /** Mails to units' contacts. */
    Email email();

    /** SMS to units' contacts. */
    Sms sms();

    /** What people are told, by kind of event: the event's type without {@code task.}, and {@code warned} for a warning step. */
    Map<String, Text> texts();

    /** E-mail; the server and the sender are {@code quarkus.mailer.*}. */
    interface Email {

        /** Whether mails are sent. */
        @WithDefault("false")
        boolean enabled();

        /** Of what kinds of event. */
        @WithDefault("dispatched,transferred,withdrawn,urged,warned,overdue,escalated")
        Set<String> kinds();
    }

    /** SMS by a provider's HTTP gateway. */
    interface Sms {

        /** Whether SMS are sent. */
        @WithDefault("false")
        boolean enabled();

        /** The gateway. */
        Optional<String> url();

        /** What is posted; {@code {id}}, {@code {to}} and {@code {text}} are filled in as the inside of JSON strings. */
        @WithDefault("{\"id\":\"{id}\",\"to\":\"{to}\",\"text\":\"{text}\"}")
        String body();

        /** The key calls are signed with, as notices are; without it they are not. */
        Optional<String> signingKey();

        /** The {@code Authorization} the provider wants. */
        Optional<String> authorization();

        /** Of what kinds of event: an SMS costs money and attention. */
        @WithDefault("urged,overdue,escalated")
        Set<String> kinds();

        /** What a number that takes SMS looks like, without blanks and hyphens: a mobile number of mainland China. */
        @WithDefault("(\\+?86)?1[3-9][0-9]{9}")
        String mobile();
    }

    /** One line, and the words; {@code {case}}, {@code {class}}, {@code {area}}, {@code {unit}} and {@code {due}} are filled in. */
    interface Text {

        /** The subject of a mail. */
        String subject();

        /** The text of a mail or SMS. */
        String text();
    }
}

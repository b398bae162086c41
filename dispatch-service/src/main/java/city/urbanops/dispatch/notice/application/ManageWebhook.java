package city.urbanops.dispatch.notice.application;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.city.application.CurrentCity;
import city.urbanops.dispatch.notice.domain.Webhook;
import city.urbanops.dispatch.notice.persistence.WebhookTable;
import city.urbanops.kit.http.Outcome;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.security.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A unit says where it wants to be told of its tasks, looks how that goes, or no longer wants it. */
@Singleton
public class ManageWebhook {

    private static final Set<String> FOR_ALL_UNITS = Set.of(Roles.ADMIN);

    private final WebhookTable webhooks;
    private final NoticeChannel channel;
    private final CurrentCity city;
    private final Clock clock;

    ManageWebhook(WebhookTable webhooks, NoticeChannel channel, CurrentCity city, Clock clock) {
        this.webhooks = webhooks;
        this.channel = channel;
        this.city = city;
        this.clock = clock;
    }

    /**
     * A receiver as its unit sees it.
     *
     * @param unitCode the unit
     * @param url where notices are posted
     * @param keyVersion which signing key is used
     * @param failures how many calls failed in a row
     * @param lastFailure what the last of them said
     * @param disabledAt since when it is given up; register again to go on
     * @param signingKey the key to check signatures with; shown once, at registration
     */
    public record View(
            String unitCode,
            String url,
            int keyVersion,
            int failures,
            @Nullable String lastFailure,
            @Nullable Instant disabledAt,
            @Nullable String signingKey) {

        static View of(Webhook webhook) {
            return new View(
                    webhook.unitCode(),
                    webhook.url(),
                    webhook.keyVersion(),
                    webhook.failures(),
                    webhook.lastFailure(),
                    webhook.disabledAt(),
                    null);
        }
    }

    /** Registers or replaces the receiver, with a new key; 404 unknown unit, 403 another's, 422 a bad address, 409 without a key. */
    public Uni<Outcome> register(Mutiny.StatelessSession session, Caller caller, String unit, String url) {
        return refusal(caller, unit)
                .or(() -> channel.isConfigured()
                        ? Optional.empty()
                        : Optional.of(Problem.conflict(
                                "not-configured", "This installation has no signing key for receivers yet.")))
                .or(() -> channel.objectionTo(url).map(objection -> Problem.unprocessable("url", objection)))
                .map(problem -> Uni.createFrom().item(Outcome.refused(problem)))
                .orElseGet(() -> webhooks.register(session, unit, url, caller.account(), now())
                        .map(version -> Outcome.ok(
                                new View(unit, url, version, 0, null, null, channel.signingKey(unit, version)))));
    }

    /** The receiver as it stands; 404 when there is none. */
    public Uni<Outcome> show(Mutiny.StatelessSession session, Caller caller, String unit) {
        return refusal(caller, unit)
                .map(problem -> Uni.createFrom().item(Outcome.refused(problem)))
                .orElseGet(() -> webhooks.find(session, unit)
                        .map(found -> found.map(webhook -> Outcome.ok(View.of(webhook)))
                                .orElseGet(() -> none(unit))));
    }

    /** Removes the receiver and what waits for it; 404 when there is none. */
    public Uni<Outcome> remove(Mutiny.StatelessSession session, Caller caller, String unit) {
        return refusal(caller, unit)
                .map(problem -> Uni.createFrom().item(Outcome.refused(problem)))
                .orElseGet(() -> webhooks.find(session, unit).chain(found -> webhooks.delete(session, unit)
                        .replaceWith(() -> found.map(webhook -> Outcome.ok(View.of(webhook)))
                                .orElseGet(() -> none(unit)))));
    }

    private Optional<Problem> refusal(Caller caller, String unit) {
        if (city.get().units().find(unit).isEmpty()) {
            return Optional.of(Problem.notFound("There is no unit " + unit + "."));
        }
        return caller.scope(FOR_ALL_UNITS).admits(Optional.of(unit), "")
                        || caller.department().filter(unit::equals).isPresent()
                ? Optional.empty()
                : Optional.of(Problem.forbidden("This is another unit's receiver."));
    }

    private static Outcome none(String unit) {
        return Outcome.refused(Problem.notFound(unit + " has no receiver."));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

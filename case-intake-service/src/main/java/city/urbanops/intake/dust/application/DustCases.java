package city.urbanops.intake.dust.application;

import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.contracts.reference.DustSitesDocument.Site;
import city.urbanops.intake.casefile.application.AcceptReport;
import city.urbanops.intake.casefile.application.FollowTasks;
import city.urbanops.intake.casefile.application.FollowTasks.Step;
import city.urbanops.intake.casefile.application.Publisher;
import city.urbanops.intake.casefile.application.ReportCommand;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.Point;
import city.urbanops.intake.dust.persistence.DustEpisodes.CaseStanding;
import city.urbanops.intake.dust.persistence.DustSites;
import city.urbanops.kit.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Cases of dust: an alarm as a report, later ones in the journal. */
@Singleton
class DustCases {

    /** Who reports and writes, in journals and events. */
    static final String ACTOR = "dust-detection";

    private static final Logger LOG = Logger.getLogger(DustCases.class);

    private final AcceptReport acceptReport;
    private final FollowTasks journal;
    private final DustSites sites;
    private final DustClasses classes;
    private final MeterRegistry meters;

    DustCases(
            AcceptReport acceptReport,
            FollowTasks journal,
            DustSites sites,
            DustClasses classes,
            MeterRegistry meters) {
        this.acceptReport = acceptReport;
        this.journal = journal;
        this.sites = sites;
        this.classes = classes;
        this.meters = meters;
    }

    /** Reports an alarm; the case, or the one it was found to repeat. Nothing if the report is refused, which is counted. */
    Uni<Optional<UUID>> report(Mutiny.StatelessSession session, DustAlarm alarm) {
        return report(session, alarm.siteId(), site -> command(alarm, site));
    }

    /** The same for a monitor that failed. */
    Uni<Optional<UUID>> report(Mutiny.StatelessSession session, DustDeviceFault fault) {
        return report(session, fault.siteId(), site -> command(fault, site));
    }

    private Uni<Optional<UUID>> report(
            Mutiny.StatelessSession session, String siteId, Function<Site, ReportCommand> command) {
        return sites.all(session)
                .map(all -> all.stream()
                        .filter(site -> site.siteId().equals(siteId))
                        .findFirst())
                .chain(site -> site.isEmpty()
                        ? refused(siteId, "the site is not in the register")
                        : Uni.createFrom()
                                .deferred(() -> acceptReport.accept(
                                        session, command.apply(site.get()), Publisher.system(ACTOR)))
                                .map(accepted -> Optional.of(caseOf(accepted.file())))
                                .onFailure(ProblemException.class)
                                .recoverWithUni(problem -> refused(siteId, String.valueOf(problem.getMessage()))));
    }

    /** Writes a step of the rule into the journal of an open or closed case, which the caller has locked. */
    Uni<Void> journal(Mutiny.StatelessSession session, CaseStanding file, UUID eventId, DustAlarm alarm, Instant now) {
        return note(session, file, eventId, DustEvents.ALARM.name(), ACTOR, words(alarm), now);
    }

    /** Writes what became of a monitor into the journal of a case, which the caller has locked. */
    Uni<Void> journal(
            Mutiny.StatelessSession session, CaseStanding file, UUID eventId, DustDeviceFault fault, Instant now) {
        return note(session, file, eventId, DustEvents.DEVICE_FAULT.name(), ACTOR, words(fault), now);
    }

    /** Writes anything about an episode into the journal of a case. */
    Uni<Void> note(
            Mutiny.StatelessSession session,
            CaseStanding file,
            UUID eventId,
            String type,
            String actor,
            @Nullable String words,
            Instant now) {
        return journal.follow(
                session,
                List.of(Step.noted(file.id(), file.round(), eventId, type, now, actor, words, file.department())));
    }

    private Uni<Optional<UUID>> refused(String siteId, String why) {
        LOG.warnf("dust alarm or fault without a case: site=%s reason=%s", siteId, why);
        meters.counter("urbanops.dust.alarms.without.case").increment();
        return Uni.createFrom().item(Optional.empty());
    }

    private static UUID caseOf(CaseFile file) {
        var original = file.duplicateOf();
        return original == null ? file.id() : original;
    }

    private ReportCommand command(DustAlarm alarm, Site site) {
        return command(
                site,
                "扬尘超标：" + words(alarm),
                classes.ofAlarm(),
                alarm.windowStart().plusSeconds(alarm.windowSeconds()),
                alarm.siteId() + "/" + alarm.episodeStart());
    }

    private ReportCommand command(DustDeviceFault fault, Site site) {
        return command(
                site,
                "扬尘监测设备故障：" + words(fault),
                classes.ofEquipment(),
                fault.at(),
                fault.deviceId() + "/fault/" + fault.since());
    }

    private static ReportCommand command(
            Site site, String text, @Nullable String classCode, Instant occurredAt, String sourceNo) {
        return new ReportCommand(
                Channel.DUST_MONITOR,
                site.name() + "（" + site.siteId() + "）" + text,
                classCode,
                null,
                new Point(site.location().lng(), site.location().lat()),
                null,
                site.name(),
                null,
                null,
                false,
                occurredAt,
                sourceNo,
                sourceNo);
    }

    private static String words(DustDeviceFault fault) {
        return "monitor " + fault.deviceId() + " " + state(fault.fault()) + " since " + fault.since();
    }

    private static String state(DustDeviceFaultKind kind) {
        return switch (kind) {
            case SILENT, OFFLINE -> "without readings";
            case STUCK -> "stuck at one value";
            case RECOVERED -> "measures again";
        };
    }

    /** The window in words, for people. */
    private static String words(DustAlarm alarm) {
        var background = alarm.background();
        return String.format(
                        Locale.ROOT,
                        "%s %s %.0f µg/m³, background %s, threshold %.0f, %.0f %% of readings, window %s; %s",
                        alarm.kind(),
                        alarm.metric(),
                        alarm.value(),
                        background == null ? "missing" : String.format(Locale.ROOT, "%.0f", background),
                        alarm.threshold(),
                        alarm.validRatio() * 100,
                        alarm.windowStart(),
                        alarm.reason())
                + (alarm.picture() == null ? "" : "; picture " + alarm.picture());
    }
}

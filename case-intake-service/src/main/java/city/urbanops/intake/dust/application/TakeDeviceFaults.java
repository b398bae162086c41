package city.urbanops.intake.dust.application;

import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustDeviceFaultKind;
import city.urbanops.intake.dust.persistence.DustAlarms;
import city.urbanops.intake.dust.persistence.DustEpisodes;
import city.urbanops.intake.dust.persistence.DustEpisodes.CaseStanding;
import city.urbanops.intake.dust.persistence.DustEquipment;
import city.urbanops.intake.dust.persistence.DustEquipment.Outage;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Takes what becomes of monitors. One that has been silent for an hour or stuck for six becomes a case of equipment (DOMAIN §11, rule 6); while
 * that case is open, whatever else fails at the monitor is written into its journal, and so is its recovery.
 */
@Singleton
public class TakeDeviceFaults {

    private final DustAlarms faults;
    private final DustEquipment outages;
    private final DustEpisodes episodes;
    private final DustCases cases;
    private final Clock clock;

    TakeDeviceFaults(DustAlarms faults, DustEquipment outages, DustEpisodes episodes, DustCases cases, Clock clock) {
        this.faults = faults;
        this.outages = outages;
        this.episodes = episodes;
        this.cases = cases;
        this.clock = clock;
    }

    /** Keeps a fault, and opens or adds to a case if it is one that somebody has to go for. */
    public Uni<Void> take(Mutiny.StatelessSession session, UUID id, DustDeviceFault fault) {
        return faults.add(session, id, fault).chain(() -> {
            if (fault.fault() == DustDeviceFaultKind.SILENT) {
                return Uni.createFrom().voidItem(); // a few minutes: the site's operator is told, nobody is sent
            }
            return outages.last(session, fault.deviceId())
                    .chain(last -> fault.fault() == DustDeviceFaultKind.RECOVERED
                            ? recover(session, id, fault, last.filter(outage -> !outage.recovered()))
                            : fail(session, id, fault, last));
        });
    }

    private Uni<Void> fail(Mutiny.StatelessSession session, UUID id, DustDeviceFault fault, Optional<Outage> last) {
        return standing(session, last).chain(found -> {
            var open = found.filter(CaseStanding::isOpen);
            return (open.isPresent()
                            ? note(session, id, fault, open.get())
                                    .replaceWith(Optional.of(open.get().id()))
                            : cases.report(session, fault))
                    .chain(caseId -> outages.add(session, fault, caseId));
        });
    }

    private Uni<Void> recover(Mutiny.StatelessSession session, UUID id, DustDeviceFault fault, Optional<Outage> last) {
        return last.isEmpty()
                ? Uni.createFrom().voidItem()
                : outages.recovered(session, fault.deviceId(), last.get(), fault.at())
                        .chain(() -> standing(session, last))
                        .chain(found ->
                                found.isEmpty() ? Uni.createFrom().voidItem() : note(session, id, fault, found.get()));
    }

    private Uni<Void> note(Mutiny.StatelessSession session, UUID id, DustDeviceFault fault, CaseStanding file) {
        return cases.journal(session, file, id, fault, clock.instant());
    }

    private Uni<Optional<CaseStanding>> standing(Mutiny.StatelessSession session, Optional<Outage> outage) {
        var caseId = outage.map(Outage::caseId);
        return caseId.isEmpty()
                ? Uni.createFrom().item(Optional.<CaseStanding>empty())
                : episodes.lockCase(session, caseId.get());
    }
}

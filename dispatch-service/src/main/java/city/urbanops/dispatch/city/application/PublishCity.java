package city.urbanops.dispatch.city.application;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.cases.Workplace;
import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.UnitsDocument;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.geography.AreasDocument;
import city.urbanops.kit.ids.Ids;
import city.urbanops.kit.outbox.Outbox;
import city.urbanops.kit.outbox.Outgoing;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells the other services what they keep a copy of, in the transaction that stores it. */
@Singleton
public class PublishCity {

    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    PublishCity(Outbox outbox, Ids ids, Clock clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** The areas, to all who locate cases. */
    public Uni<Void> areas(Mutiny.StatelessSession session, AreasDocument document) {
        return publish(session, ReferenceDocuments.AREAS, "areas", document);
    }

    /** The units, parents before children. */
    public Uni<Void> units(Mutiny.StatelessSession session, String version, List<Unit> units) {
        UnitsDocument document = new UnitsDocument(
                version, units.stream().map(PublishCity::published).toList());
        return publish(session, ReferenceDocuments.UNITS, "units", document);
    }

    private <T> Uni<Void> publish(Mutiny.StatelessSession session, EventType<T> type, String subject, T document) {
        return outbox.publish(session, List.of(Outgoing.of(type, ids.next(), subject, clock.instant(), document)));
    }

    private static UnitsDocument.Unit published(Unit unit) {
        return new UnitsDocument.Unit(
                unit.code(),
                unit.nameZh(),
                unit.nameEn(),
                unit.kind(),
                unit.parentCode(),
                Workplace.valueOf(unit.workplace().name()),
                unit.areaCode(),
                unit.active());
    }
}

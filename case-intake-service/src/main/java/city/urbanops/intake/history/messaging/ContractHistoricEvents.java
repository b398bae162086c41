package city.urbanops.intake.history.messaging;

import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvents;
import city.urbanops.contracts.cases.CaseImported;
import city.urbanops.contracts.cases.GeoPoint;
import city.urbanops.intake.history.application.HistoricCases.Prepared;
import city.urbanops.intake.history.application.HistoricEvents;
import city.urbanops.kit.outbox.Outgoing;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Imported cases as {@code case.imported}. */
@Singleton
class ContractHistoricEvents implements HistoricEvents {

    @Override
    public String type() {
        return CaseEvents.CASE_IMPORTED.name();
    }

    @Override
    public Outgoing<?> imported(Prepared prepared, Instant at) {
        var step = prepared.entry().step();
        var file = prepared.file();
        var context = new CaseContext(
                prepared.caseId(),
                null,
                1,
                file.classCode(),
                file.areaCode(),
                file.channel().name(),
                file.department(),
                step.actor());
        var point = file.point();
        var times = file.times();
        var original = file.original();
        var payload = new CaseImported(
                context,
                prepared.number(),
                prepared.sourceSystem(),
                file.sourceId(),
                file.text(),
                point == null ? null : new GeoPoint(point.lng(), point.lat()),
                original.unit(),
                original.area(),
                file.phase().name(),
                times.reportedAt(),
                times.filedAt(),
                times.dispatchedAt(),
                times.dueAt(),
                times.handedBackAt(),
                times.closedAt(),
                original.classCode(),
                file.address(),
                times.asOf(),
                file.oddities().isEmpty() ? null : file.oddities());
        return Outgoing.of(
                CaseEvents.CASE_IMPORTED, step.eventId(), prepared.caseId().toString(), at, payload);
    }
}

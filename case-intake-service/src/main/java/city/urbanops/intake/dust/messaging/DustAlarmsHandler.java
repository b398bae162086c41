package city.urbanops.intake.dust.messaging;

import city.urbanops.contracts.EventType;
import city.urbanops.contracts.dust.DustAlarm;
import city.urbanops.contracts.dust.DustDeviceFault;
import city.urbanops.contracts.dust.DustEvents;
import city.urbanops.intake.dust.application.TakeDeviceFaults;
import city.urbanops.intake.dust.application.TakeDustAlarms;
import city.urbanops.kit.inbox.EventHandler;
import city.urbanops.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wants alarms and faults of monitors; they are few, so each is taken by itself. */
@Singleton
class DustAlarmsHandler implements EventHandler {

    private final TakeDustAlarms alarms;
    private final TakeDeviceFaults faults;

    DustAlarmsHandler(TakeDustAlarms alarms, TakeDeviceFaults faults) {
        this.alarms = alarms;
        this.faults = faults;
    }

    @Override
    public List<? extends EventType<?>> types() {
        return List.of(DustEvents.ALARM, DustEvents.DEVICE_FAULT);
    }

    @Override
    public Uni<Void> handle(Mutiny.StatelessSession session, List<ReceivedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event -> take(session, event))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> take(Mutiny.StatelessSession session, ReceivedEvent event) {
        return event.payload() instanceof DustAlarm alarm
                ? alarms.take(session, event.id(), alarm)
                : faults.take(session, event.id(), (DustDeviceFault) event.payload());
    }
}

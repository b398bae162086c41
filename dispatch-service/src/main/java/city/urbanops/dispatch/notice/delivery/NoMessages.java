package city.urbanops.dispatch.notice.delivery;

import city.urbanops.dispatch.notice.application.MessagePort;
import city.urbanops.dispatch.notice.domain.Notice;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** No e-mail and no SMS, until a city connects its own. */
@Singleton
@DefaultBean
class NoMessages implements MessagePort {

    @Override
    public boolean isConnected() {
        return false;
    }

    @Override
    public Uni<Void> send(Notice notice) {
        return Uni.createFrom().voidItem();
    }
}

package city.urbanops.dispatch.notice.application;

import city.urbanops.dispatch.notice.domain.MessageChannel;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;

/** The ways to reach people that are connected in this installation. */
@Singleton
public class MessagePorts {

    private final Instance<MessagePort> ports;

    MessagePorts(@Any Instance<MessagePort> ports) {
        this.ports = ports;
    }

    /** Those that are connected; usually none. */
    List<MessagePort> connected() {
        return ports.stream().filter(MessagePort::isConnected).toList();
    }

    /** Whether any is connected. */
    boolean any() {
        return !connected().isEmpty();
    }

    /** The channels that are connected. */
    List<MessageChannel> channels() {
        return connected().stream().map(MessagePort::channel).toList();
    }
}

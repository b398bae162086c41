package city.urbanops.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class OutboxStoreTest {

    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void gives_a_dead_connection_back_to_the_pool() {
        // Given a pool that hands out a connection the server closed long ago
        var pool = fake(DataSource.class, (method) -> fake(Connection.class, this::answerOfTheDead));

        // When
        assertThatThrownBy(() -> OutboxStore.open(pool, "/urbanops/tally")).isInstanceOf(SQLException.class);

        // Then
        assertThat(closed).hasValue(1);
    }

    private Object answerOfTheDead(String method) throws SQLException {
        if (method.equals("close")) {
            return closed.incrementAndGet();
        }
        throw new SQLException("terminating connection due to administrator command");
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    var result = answer.to(method.getName());
                    return method.getReturnType() == void.class ? null : result;
                }));
    }

    private interface Answer {
        Object to(String method) throws SQLException;
    }
}

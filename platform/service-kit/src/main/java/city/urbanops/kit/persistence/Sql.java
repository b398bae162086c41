package city.urbanops.kit.persistence;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.impl.MutinyStatelessSessionImpl;
import org.hibernate.reactive.pool.impl.SqlClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * A statement in PostgreSQL's own words, with {@code $1} for the first parameter, run on the connection of a session and so in its
 * transaction. The way of hot paths: Hibernate plans a native query anew at each execution, and that cost more than the statement
 * (ADR 0060). Prepared once for each connection. Failures are those of the session's own statements.
 */
public final class Sql {

    private final String text;

    private Sql(String text) {
        this.text = text;
    }

    /** The statement; a constant, because each text is prepared and kept. */
    public static Sql of(String text) {
        return new Sql(text);
    }

    /**
     * Runs it.
     *
     * @param parameters of the types the driver has for the statement's; whole numbers as long or int, instants as text or OffsetDateTime
     * @return the rows; their count if it changes rows
     */
    public Uni<RowSet<Row>> on(Mutiny.StatelessSession session, @Nullable Object... parameters) {
        return uni(session, connection -> connection.preparedQuery(text, Tuple.wrap(parameters)));
    }

    /** Runs it; the result is the number of rows it changed. */
    public Uni<Integer> update(Mutiny.StatelessSession session, @Nullable Object... parameters) {
        return on(session, parameters).map(RowSet::rowCount);
    }

    /**
     * Runs it once for each tuple, sent together.
     *
     * @return the number of rows changed, of all of them; 0 for an empty list
     */
    public Uni<Integer> onEach(Mutiny.StatelessSession session, List<Tuple> parameters) {
        return switch (parameters.size()) {
            case 0 -> Uni.createFrom().item(0);
            case 1 ->
                uni(session, connection -> connection.preparedQuery(text, parameters.get(0)))
                        .map(RowSet::rowCount);
            default ->
                uni(session, connection -> connection.preparedQueryBatch(text, parameters))
                        .map(Sql::changedByAll);
        };
    }

    private static int changedByAll(RowSet<Row> first) {
        var changed = 0;
        for (var result = first; result != null; result = result.next()) {
            changed += result.rowCount();
        }
        return changed;
    }

    /**
     * Does several things of one transaction in their order, each sent without waiting for the answer of the one before. Only for
     * statements of this class: Hibernate's own cannot be sent so.
     *
     * @return fails with the first failure; the statements behind it fail in PostgreSQL, because the transaction is broken
     */
    public static Uni<Void> together(List<Uni<Void>> works) {
        return works.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(works).andFailFast().replaceWithVoid();
    }

    private static <T> Uni<T> uni(
            Mutiny.StatelessSession session, Function<SqlClientConnection, CompletionStage<T>> work) {
        var connection = (SqlClientConnection) ((MutinyStatelessSessionImpl) session).getReactiveConnection();
        return Uni.createFrom().completionStage(() -> work.apply(connection));
    }
}

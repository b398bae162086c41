package city.urbanops.intake.reporter.persistence;

import city.urbanops.deadlines.TimeLimit;
import city.urbanops.intake.reporter.application.PromisedReplies;
import city.urbanops.intake.reporter.domain.PromisedReply;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Promised replies in {@code promised_reply}; {@code next_lapse} is derived, so that the timer finds what is overdue by an index. */
@Singleton
class PromisedReplyRepository implements PromisedReplies {

    private static final Sql ADD = Sql.of("""
            insert into promised_reply (case_id, contact_due_at, reply_due_at, reply_limit, contacted_at, replied_at, next_lapse)
            values ($1, $2, $3, $4, $5, $6, $7)
            """);
    private static final Sql DECLINE = Sql.of("update reporter set declines_reply = true where case_id = $1");
    private static final String FIND = """
            select contact_due_at, reply_due_at, reply_limit, extensions, contacted_at, replied_at, contact_overdue, reply_overdue
            from promised_reply where case_id = $1
            """;
    private static final Sql OF = Sql.of(FIND);
    private static final Sql LOCK = Sql.of(FIND + " for no key update");
    private static final Sql SAVE = Sql.of("""
            update promised_reply set reply_due_at = $2, extensions = $3, contacted_at = $4, replied_at = $5,
                contact_overdue = $6, reply_overdue = $7, next_lapse = $8
            where case_id = $1
            """);
    private static final Sql LAPSED = Sql.of("""
            select case_id from promised_reply where next_lapse < $1 order by next_lapse limit 50
            """);

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, UUID caseId, PromisedReply reply) {
        var limit = reply.limit();
        return ADD.on(
                        session,
                        caseId,
                        time(reply.contactDueAt()),
                        time(reply.replyDueAt()),
                        limit == null ? null : limit.toString(),
                        time(reply.contactedAt()),
                        time(reply.repliedAt()),
                        time(reply.nextLapse().orElse(null)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> decline(Mutiny.StatelessSession session, UUID caseId) {
        return DECLINE.on(session, caseId).replaceWithVoid();
    }

    @Override
    public Uni<Optional<PromisedReply>> of(Mutiny.StatelessSession session, UUID caseId) {
        return OF.on(session, caseId).map(PromisedReplyRepository::first);
    }

    @Override
    public Uni<Optional<PromisedReply>> lock(Mutiny.StatelessSession session, UUID caseId) {
        return LOCK.on(session, caseId).map(PromisedReplyRepository::first);
    }

    @Override
    public Uni<Void> save(Mutiny.StatelessSession session, UUID caseId, PromisedReply reply) {
        return SAVE.on(
                        session,
                        caseId,
                        time(reply.replyDueAt()),
                        reply.extensions(),
                        time(reply.contactedAt()),
                        time(reply.repliedAt()),
                        reply.contactOverdue(),
                        reply.replyOverdue(),
                        time(reply.nextLapse().orElse(null)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> lapsed(Mutiny.StatelessSession session, Instant now) {
        return LAPSED.on(session, time(now)).map(rows -> StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("case_id"))
                .toList());
    }

    private static Optional<PromisedReply> first(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst().map(PromisedReplyRepository::reply);
    }

    private static PromisedReply reply(Row row) {
        var limit = row.getString("reply_limit");
        return new PromisedReply(
                row.getOffsetDateTime("contact_due_at").toInstant(),
                row.getOffsetDateTime("reply_due_at").toInstant(),
                limit == null ? null : TimeLimit.parse(limit),
                row.getInteger("extensions"),
                instant(row.getOffsetDateTime("contacted_at")),
                instant(row.getOffsetDateTime("replied_at")),
                row.getBoolean("contact_overdue"),
                row.getBoolean("reply_overdue"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

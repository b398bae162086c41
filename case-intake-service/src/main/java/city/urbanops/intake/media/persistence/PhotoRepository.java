package city.urbanops.intake.media.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.media.application.Photos;
import city.urbanops.intake.media.domain.MediaKind;
import city.urbanops.intake.media.domain.Photo;
import city.urbanops.kit.persistence.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Photos in {@code media}. */
@Singleton
class PhotoRepository implements Photos {

    private static final String COLUMNS = "media_id, kind, state, uploaded_by, created_at, promised_type,"
            + " promised_bytes, promised_sha256, upload_until, object_key, content_type, width, height, bytes, taken_at,"
            + " lng, lat, position_outside_city, case_id, round, after_handling";

    // A statement of its own: what the next one sees is what was there when it began.
    private static final Sql ONE_AT_A_TIME =
            Sql.of("select pg_advisory_xact_lock(hashtext('media'), hashtext(cast($1 as text)))");
    private static final Sql BEGIN = Sql.of("""
            insert into media (media_id, kind, state, uploaded_by, created_at,
                promised_type, promised_bytes, promised_sha256, upload_until)
            select $1, $2, 'UPLOADING', $3, $4, $5, $6, $7, $8
            where (select count(*) from media where uploaded_by = $3 and case_id is null and state <> 'GOING') < $9
            """);
    private static final Sql FIND = Sql.of("select " + COLUMNS + " from media where media_id = $1");
    private static final Sql OF_CASE = Sql.of("select " + COLUMNS + """
             from media where case_id = $1 and state = 'READY'
            order by after_handling, array_position(cast($2 as text[]), kind), attached_at, media_id
            """);
    private static final Sql FINISH = Sql.of("""
            update media set state = 'READY', object_key = $2, content_type = $3, width = $4, height = $5, bytes = $6,
                taken_at = $7, lng = $8, lat = $9, position_outside_city = $10
            where media_id = $1 and state = 'UPLOADING'
            """);
    private static final Sql GIVE_UP =
            Sql.of("update media set state = 'GOING' where media_id = $1 and state = 'UPLOADING'");

    // Locked in the order of the ids, so that two requests cannot lock each other out.
    private static final Sql ATTACH = Sql.of("""
            with free as (
                select media_id from media
                where media_id = any($1) and state = 'READY'
                  and (case_id = $2 or (case_id is null and uploaded_by = $3))
                order by media_id for update)
            update media set case_id = $2, attached_at = coalesce(attached_at, $4)
            from free where media.media_id = free.media_id
            returning media.media_id, kind
            """);
    private static final Sql LOCK =
            Sql.of("select " + COLUMNS + " from media where media_id = any($1) order by media_id for update");
    private static final Sql SAVE_ATTACHED = Sql.of("""
            update media set case_id = given."caseId", round = given.round, after_handling = given."afterHandling", attached_at = $2
            from json_to_recordset(cast(cast($1 as text) as json)) as given(
                id uuid, "caseId" uuid, round int, "afterHandling" boolean)
            where media.media_id = given.id
            """);
    private static final Sql KNOWN = Sql.of("select media_id from media where media_id = any($1)");

    // A photo that is being attached just now is locked, and no business of the cleaning job any more.
    private static final Sql CLAIM_UNATTACHED = Sql.of("""
            update media set state = 'GOING'
            where media_id in (
                select media_id from media
                where case_id is null and (state = 'GOING' or created_at < $1)
                order by created_at limit $2
                for update skip locked)
            returning media_id
            """);
    private static final Sql REMOVE = Sql.of("delete from media where media_id = any($1) and state = 'GOING'");
    private static final Sql UPLOADS_OVER = Sql.of(
            "select media_id from media where upload_until < $1 and state = 'READY' order by upload_until limit $2");
    private static final Sql CLOSE_UPLOADS = Sql.of("update media set upload_until = null where media_id = any($1)");

    private static final String[] KINDS =
            Arrays.stream(MediaKind.values()).map(Enum::name).toArray(String[]::new);

    @Override
    public Uni<Boolean> begin(Mutiny.StatelessSession session, Photo photo, int most) {
        return ONE_AT_A_TIME
                .on(session, photo.uploadedBy())
                .chain(() -> insert(session, photo, most))
                .map(added -> added == 1);
    }

    private static Uni<Integer> insert(Mutiny.StatelessSession session, Photo photo, int most) {
        var promise = photo.promise();
        return BEGIN.update(
                session,
                photo.id(),
                photo.kind().name(),
                photo.uploadedBy(),
                at(photo.createdAt()),
                promise == null ? null : promise.contentType(),
                promise == null ? null : promise.bytes(),
                promise == null ? null : promise.sha256(),
                promise == null ? null : at(promise.until()),
                (long) most);
    }

    @Override
    public Uni<Optional<Photo>> find(Mutiny.StatelessSession session, UUID id) {
        return FIND.on(session, id)
                .map(rows -> stream(rows).map(PhotoMapping::photo).findFirst());
    }

    @Override
    public Uni<List<Photo>> ofCase(Mutiny.StatelessSession session, UUID caseId) {
        return OF_CASE.on(session, caseId, KINDS)
                .map(rows -> stream(rows).map(PhotoMapping::photo).toList());
    }

    @Override
    public Uni<Boolean> finish(Mutiny.StatelessSession session, UUID id, Photo.Contents contents) {
        var takenAt = contents.takenAt();
        var position = contents.position();
        return FINISH.update(
                        session,
                        id,
                        contents.objectKey(),
                        contents.contentType(),
                        contents.width(),
                        contents.height(),
                        contents.bytes(),
                        takenAt == null ? null : at(takenAt),
                        position == null ? null : position.lng(),
                        position == null ? null : position.lat(),
                        contents.outsideCity())
                .map(changed -> changed == 1);
    }

    @Override
    public Uni<Boolean> giveUp(Mutiny.StatelessSession session, UUID id) {
        return GIVE_UP.update(session, id).map(changed -> changed == 1);
    }

    @Override
    public Uni<Map<UUID, MediaKind>> attach(
            Mutiny.StatelessSession session, Set<UUID> ids, UUID caseId, String account, Instant now) {
        return ATTACH.on(session, array(ids), caseId, account, at(now)).map(rows -> stream(rows)
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.getUUID("media_id"), row -> MediaKind.valueOf(row.getString("kind")))));
    }

    @Override
    public Uni<Map<UUID, Photo>> lock(Mutiny.StatelessSession session, Set<UUID> ids) {
        return LOCK.on(session, array(ids)).map(rows -> stream(rows)
                .map(PhotoMapping::photo)
                .collect(Collectors.toUnmodifiableMap(Photo::id, Function.identity())));
    }

    @Override
    public Uni<Void> saveAttached(Mutiny.StatelessSession session, Collection<Photo> attached, Instant now) {
        var rows = attached.stream()
                .map(photo -> new Attached(photo.id(), photo.caseId(), photo.round(), photo.afterHandling()))
                .toList();
        return SAVE_ATTACHED
                .on(session, ContractJson.mapper().valueToTree(rows).toString(), at(now))
                .replaceWithVoid();
    }

    @Override
    public Uni<Set<UUID>> known(Mutiny.StatelessSession session, Set<UUID> ids) {
        return KNOWN.on(session, array(ids)).map(rows -> Set.copyOf(ids(rows)));
    }

    @Override
    public Uni<List<UUID>> claimUnattached(Mutiny.StatelessSession session, Instant before, int most) {
        return CLAIM_UNATTACHED.on(session, at(before), most).map(PhotoRepository::ids);
    }

    @Override
    public Uni<Void> remove(Mutiny.StatelessSession session, List<UUID> going) {
        return REMOVE.update(session, array(going)).replaceWithVoid();
    }

    @Override
    public Uni<List<UUID>> uploadsOver(Mutiny.StatelessSession session, Instant now, int most) {
        return UPLOADS_OVER.on(session, at(now), most).map(PhotoRepository::ids);
    }

    @Override
    public Uni<Void> closeUploads(Mutiny.StatelessSession session, List<UUID> ids) {
        return CLOSE_UPLOADS.update(session, array(ids)).replaceWithVoid();
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return stream(rows).map(row -> row.getUUID("media_id")).toList();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    /** One parameter, not as many as there are ids. */
    private static @Nullable Object array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }

    private record Attached(
            UUID id, @Nullable UUID caseId, @Nullable Integer round, boolean afterHandling) {}

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package city.urbanops.intake.referral.persistence;

import city.urbanops.intake.referral.application.ReportReturns;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.kit.security.Scope;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Returns in {@code report_return}, which the runtime role can only add to and read. */
@Singleton
class ReportReturnRepository implements ReportReturns {

    private static final Sql ADD = Sql.of("""
            insert into report_return (case_id, case_number, publisher, channel, source_no, area_code, kind, to_office, opinion,
                returned_by, returned_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """);
    private static final Sql IS_RETURNED = Sql.of("select case_id from report_return where case_id = $1");
    private static final Sql RESUBMITTED = Sql.of("""
            insert into report_resubmission (case_id, returned_case_id) values ($1, $2) on conflict do nothing
            """);
    private static final Sql RESUBMISSION_OF =
            Sql.of("select returned_case_id from report_resubmission where case_id = $1");
    private static final String FOUND = """
            select r.case_id, r.case_number, r.channel, r.publisher, r.source_no, r.kind, r.to_office, r.opinion, r.returned_by,
                r.returned_at, s.case_id as resubmitted_as
            from report_return r left join report_resubmission s on s.returned_case_id = r.case_id
            """;

    @Override
    public Uni<Void> add(Mutiny.StatelessSession session, Return returned, String areaCode) {
        return ADD.update(
                        session,
                        returned.caseId(),
                        returned.caseNumber(),
                        returned.publisher(),
                        returned.channel(),
                        returned.sourceNo(),
                        areaCode,
                        returned.kind(),
                        returned.to(),
                        returned.opinion(),
                        returned.returnedBy(),
                        returned.returnedAt().atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Return>> search(Mutiny.StatelessSession session, Filter filter, Scope scope, PageRequest page) {
        var where = new ArrayList<String>();
        Map<String, Object> values = new HashMap<>();
        if (scope.nothing()) {
            where.add("false");
        }
        // central roles have no department; whoever has one sees no returns
        scope.department().ifPresent(unit -> where.add("false"));
        scope.area().ifPresent(area -> {
            where.add("starts_with(r.area_code, :area)");
            values.put("area", area);
        });
        filter.publisher().ifPresent(publisher -> {
            where.add("r.publisher = :publisher");
            values.put("publisher", publisher);
        });
        filter.channel().ifPresent(channel -> {
            where.add("r.channel = :channel");
            values.put("channel", channel);
        });
        filter.from().ifPresent(from -> {
            where.add("r.returned_at >= " + time("from"));
            values.put("from", from.toString());
        });
        filter.to().ifPresent(to -> {
            where.add("r.returned_at < " + time("to"));
            values.put("to", to.toString());
        });
        page.after().ifPresent(after -> {
            where.add("(r.returned_at, r.case_id) < (" + time("at") + ", cast(cast(:after as text) as uuid))");
            values.put("at", after.instant(0).toString());
            values.put("after", after.id(1).toString());
        });
        var sql = FOUND
                + (where.isEmpty() ? "" : "where " + String.join(" and ", where))
                + " order by r.returned_at desc, r.case_id desc limit " + (page.limit() + 1);
        var query = session.createNativeQuery(sql, Tuple.class);
        values.forEach(query::setParameter);
        return query.getResultList()
                .map(rows -> rows.stream().map(ReportReturnRepository::returned).toList());
    }

    @Override
    public Uni<Boolean> isReturned(Mutiny.StatelessSession session, UUID caseId) {
        return IS_RETURNED.on(session, caseId).map(rows -> rows.size() > 0);
    }

    @Override
    public Uni<Boolean> resubmitted(Mutiny.StatelessSession session, UUID caseId, UUID returnedCaseId) {
        return RESUBMITTED.update(session, caseId, returnedCaseId).map(rows -> rows == 1);
    }

    @Override
    public Uni<Optional<UUID>> resubmissionOf(Mutiny.StatelessSession session, UUID caseId) {
        return RESUBMISSION_OF.on(session, caseId).map(rows -> {
            var found = rows.iterator();
            return found.hasNext() ? Optional.of(found.next().getUUID("returned_case_id")) : Optional.empty();
        });
    }

    private static String time(String name) {
        return "cast(cast(:" + name + " as text) as timestamptz)";
    }

    private static Return returned(Tuple row) {
        return new Return(
                row.get("case_id", UUID.class),
                row.get("case_number", String.class),
                row.get("channel", String.class),
                row.get("publisher", String.class),
                row.get("source_no", String.class),
                row.get("kind", String.class),
                row.get("to_office", String.class),
                row.get("opinion", String.class),
                row.get("returned_by", String.class),
                row.get("returned_at", OffsetDateTime.class).toInstant(),
                row.get("resubmitted_as", UUID.class));
    }
}

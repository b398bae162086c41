package city.urbanops.metrics.persistence;

import city.urbanops.kit.persistence.EntityColumns;
import city.urbanops.kit.persistence.EntityTable;
import city.urbanops.kit.persistence.Sql;
import city.urbanops.metrics.application.CaseQuery.After;
import city.urbanops.metrics.application.CaseQuery.CountedCase;
import city.urbanops.metrics.application.SharedCases;
import city.urbanops.metrics.domain.Shares;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Reads the facts of a period in which a person has a step, and asks each for the person's share: what counts for whom is said once, in
 * {@link Shares}. Costs as much as the period has cases, which a list somebody looks into may.
 */
@Singleton
class SharedCaseRepository implements SharedCases {

    /** Read at once; the shares of some may not be what is looked for. */
    private static final int AT_ONCE = 1_000;

    private static final Sql FIND = Sql.of("""
            select %s from case_fact
            where counted_on >= $1 and counted_on < $2 and strpos(steps, $3) > 0 and (counted_on, case_id) > ($4, $5)
            order by counted_on, case_id limit %d
            """.formatted(EntityColumns.of(CaseFactEntity.class, "case_fact"), AT_ONCE));
    private static final EntityTable<CaseFactEntity> ROWS = EntityTable.of(CaseFactEntity.class);

    @Override
    public Uni<List<CountedCase>> find(Mutiny.StatelessSession session, ShareQuery query) {
        var day = query.after().map(After::countedOn).orElse(query.from());
        var caseId = query.after().map(After::caseId).orElse(new UUID(0, 0));
        return more(session, query, day, caseId, new ArrayList<>());
    }

    private Uni<List<CountedCase>> more(
            Mutiny.StatelessSession session, ShareQuery query, LocalDate day, UUID caseId, List<CountedCase> found) {
        return FIND.on(session, query.from(), query.to(), " " + query.account(), day, caseId)
                .chain(rows -> {
                    var read = ROWS.read(rows);
                    read.stream()
                            .flatMap(row -> share(row, query).stream())
                            .limit((long) query.limit() - found.size())
                            .forEach(found::add);
                    if (read.size() < AT_ONCE || found.size() >= query.limit()) {
                        return Uni.createFrom().item(found);
                    }
                    var last = read.get(read.size() - 1);
                    return more(session, query, Objects.requireNonNull(last.countedOn), last.caseId, found);
                });
    }

    private static Optional<CountedCase> share(CaseFactEntity row, ShareQuery query) {
        var share = Shares.of(CaseFactMapping.toDomain(row))
                .getOrDefault(new Shares.Holder(query.kind(), query.account()), 0L);
        var isIn = (share & query.in().bit()) != 0;
        var isOut = query.notIn().filter(set -> (share & set.bit()) != 0).isPresent();
        return isIn && !isOut
                ? Optional.of(new CountedCase(
                        row.caseId,
                        Objects.requireNonNull(row.countedOn),
                        row.department,
                        Objects.requireNonNull(row.areaCode),
                        Objects.requireNonNull(row.classCode),
                        Objects.requireNonNull(row.channel),
                        share))
                : Optional.empty();
    }
}

package city.urbanops.enforcement.assignment.persistence;

import city.urbanops.enforcement.assignment.application.AssignmentFilter;
import city.urbanops.enforcement.assignment.application.Assignments;
import city.urbanops.enforcement.assignment.domain.Assignment;
import city.urbanops.enforcement.assignment.domain.OnSiteRecord;
import city.urbanops.kit.security.Scope;
import city.urbanops.unittasks.persistence.WorkTable;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keeps assignments in table {@code assignment}; each call is one statement. */
@Singleton
class AssignmentRepository implements Assignments {

    private static final WorkTable<Assignment> TABLE = WorkTable.of(AssignmentEntity.class, AssignmentEntity::toDomain);

    private final OnSiteRecords records;

    AssignmentRepository(OnSiteRecords records) {
        this.records = records;
    }

    @Override
    public Uni<Optional<Assignment>> lock(Mutiny.StatelessSession session, UUID taskId) {
        return TABLE.lock(session, taskId);
    }

    @Override
    public Uni<List<Assignment>> lockOfCases(Mutiny.StatelessSession session, Collection<UUID> caseIds) {
        return TABLE.lockOfCases(session, caseIds);
    }

    @Override
    public Uni<Void> saveAll(Mutiny.StatelessSession session, Collection<Assignment> assignments) {
        return TABLE.saveAll(session, assignments);
    }

    @Override
    public Uni<Void> move(Mutiny.StatelessSession session, Assignment next, OnSiteRecord step) {
        return records.append(session, next, step);
    }

    @Override
    public Uni<Optional<Assignment>> find(Mutiny.StatelessSession session, UUID taskId) {
        return session.get(AssignmentEntity.class, taskId).map(AssignmentRepository::optional);
    }

    @Override
    public Uni<List<Assignment>> list(
            Mutiny.StatelessSession session, Scope scope, AssignmentFilter filter, int limit) {
        return AssignmentQuery.of(scope, filter)
                .on(session)
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream().map(AssignmentEntity::toDomain).toList());
    }

    @Override
    public Uni<List<OnSiteRecord>> record(Mutiny.StatelessSession session, UUID taskId) {
        return records.of(session, taskId);
    }

    private static Optional<Assignment> optional(@Nullable AssignmentEntity row) {
        return Optional.ofNullable(row).map(AssignmentEntity::toDomain);
    }
}

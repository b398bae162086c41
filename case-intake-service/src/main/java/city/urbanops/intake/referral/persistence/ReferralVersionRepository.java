package city.urbanops.intake.referral.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.domain.ReferralKind;
import city.urbanops.intake.referral.application.ReferralList;
import city.urbanops.intake.referral.application.ReferralVersions;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists in {@code referral_version}. */
@Singleton
class ReferralVersionRepository implements ReferralVersions {

    private static final String IN_FORCE = """
            select version, cast(kinds as text) as kinds from referral_version
            where effective_at <= cast(cast(:at as text) as timestamptz)
            order by effective_at desc, version desc limit 1
            """;
    private static final String ALL = """
            select version, effective_at, jsonb_array_length(kinds) as kinds from referral_version
            order by effective_at desc, version desc
            """;
    private static final String ADD = """
            insert into referral_version (version, kinds, effective_at, created_by)
            values (:version, cast(cast(:kinds as text) as jsonb), cast(cast(:at as text) as timestamptz), :actor)
            on conflict do nothing
            """;

    @Override
    public Uni<Optional<ReferralList>> inForce(Mutiny.StatelessSession session, Instant at) {
        return session.createNativeQuery(IN_FORCE, Tuple.class)
                .setParameter("at", at.toString())
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(ReferralVersionRepository::list));
    }

    @Override
    public Uni<List<Dated>> all(Mutiny.StatelessSession session) {
        return session.createNativeQuery(ALL, Tuple.class).getResultList().map(rows -> rows.stream()
                .map(row -> new Dated(
                        row.get("version", String.class),
                        row.get("effective_at", OffsetDateTime.class).toInstant(),
                        row.get("kinds", Integer.class)))
                .toList());
    }

    @Override
    public Uni<Boolean> add(Mutiny.StatelessSession session, ReferralList list, Instant effectiveAt, String actor) {
        return session.createNativeQuery(ADD)
                .setParameter("version", list.version())
                .setParameter(
                        "kinds", ContractJson.mapper().valueToTree(list.kinds()).toString())
                .setParameter("at", effectiveAt.toString())
                .setParameter("actor", actor)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    private static ReferralList list(Tuple row) {
        try {
            var kinds = ContractJson.mapper().readValue(row.get("kinds", String.class), ReferralKind[].class);
            return new ReferralList(row.get("version", String.class), Arrays.asList(kinds));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

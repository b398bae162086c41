package city.urbanops.intake.reporter;

import city.urbanops.intake.casefile.domain.PersonalDataMask;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Stores reporters encrypted and shows them masked. */
@Singleton
public class Reporters {

    private final IdentityCipher cipher;
    private final ObjectMapper json;

    Reporters(IdentityCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    /** Stores who reported a case; nothing to store is nothing done. */
    public Uni<Void> store(Mutiny.StatelessSession session, UUID caseId, Reporter reporter) {
        if (reporter.name() == null && reporter.phone() == null && reporter.originalText() == null) {
            return Uni.createFrom().voidItem();
        }
        var entity = new ReporterEntity();
        entity.caseId = caseId;
        entity.nameMasked = reporter.name() == null ? null : PersonalDataMask.maskName(reporter.name());
        entity.phoneMasked = reporter.phone() == null ? null : PersonalDataMask.maskPhone(reporter.phone());
        entity.identity = cipher.encrypt(bytes(reporter), caseId);
        return session.insert(entity);
    }

    /** The masked form, if the case has a reporter. */
    public Uni<Optional<Masked>> masked(Mutiny.StatelessSession session, UUID caseId) {
        return session.get(ReporterEntity.class, caseId)
                .map(found -> Optional.ofNullable(found).map(row -> new Masked(row.nameMasked, row.phoneMasked)));
    }

    private byte[] bytes(Reporter reporter) {
        try {
            return json.writeValueAsBytes(reporter);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A reporter as lists show it. */
    public record Masked(@Nullable String name, @Nullable String phone) {}
}

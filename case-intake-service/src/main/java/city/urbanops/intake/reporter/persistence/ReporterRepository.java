package city.urbanops.intake.reporter.persistence;

import city.urbanops.intake.casefile.domain.PersonalDataMask;
import city.urbanops.intake.reporter.application.Reporter;
import city.urbanops.intake.reporter.application.Reporters;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reporters in {@code reporter}. */
@Singleton
class ReporterRepository implements Reporters {

    private final IdentityCipher cipher;
    private final ObjectMapper json;

    ReporterRepository(IdentityCipher cipher, ObjectMapper json) {
        this.cipher = cipher;
        this.json = json;
    }

    @Override
    public Uni<Void> store(Mutiny.StatelessSession session, UUID caseId, Reporter reporter) {
        if (reporter.name() == null && reporter.phone() == null && reporter.originalText() == null) {
            return Uni.createFrom().voidItem();
        }
        var entity = new ReporterEntity();
        entity.caseId = caseId;
        entity.nameMasked = reporter.name() == null ? null : PersonalDataMask.maskName(reporter.name());
        entity.phoneMasked = reporter.phone() == null ? null : PersonalDataMask.maskPhone(reporter.phone());
        entity.phoneToken = reporter.phone() == null ? null : cipher.token(digits(reporter.phone()));
        entity.identity = cipher.encrypt(bytes(reporter), caseId);
        return session.insert(entity);
    }

    @Override
    public Uni<Optional<Masked>> masked(Mutiny.StatelessSession session, UUID caseId) {
        return session.get(ReporterEntity.class, caseId)
                .map(found -> Optional.ofNullable(found).map(row -> new Masked(row.nameMasked, row.phoneMasked)));
    }

    @Override
    public Uni<Optional<Reporter>> reveal(Mutiny.StatelessSession session, UUID caseId) {
        return session.get(ReporterEntity.class, caseId)
                .map(found -> Optional.ofNullable(found).map(row -> reporter(cipher.decrypt(row.identity, caseId))));
    }

    @Override
    public String callerToken(String phone) {
        return HexFormat.of().formatHex(cipher.token(digits(phone)));
    }

    /** The last eleven digits: a mobile number with and without its country code is the same. */
    private static String digits(String phone) {
        var digits = phone.replaceAll("\\D", "");
        return digits.substring(Math.max(0, digits.length() - 11));
    }

    private Reporter reporter(byte[] identity) {
        try {
            return json.readValue(identity, Reporter.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(Reporter reporter) {
        try {
            return json.writeValueAsBytes(reporter);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

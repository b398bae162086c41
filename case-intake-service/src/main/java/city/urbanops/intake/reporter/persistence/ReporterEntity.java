package city.urbanops.intake.reporter.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Row of {@code reporter}. */
@Entity
@Table(name = "reporter")
class ReporterEntity {

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Nullable
    @Column(name = "name_masked")
    String nameMasked;

    @Nullable
    @Column(name = "phone_masked")
    String phoneMasked;

    @Column(name = "phone_token")
    byte @Nullable [] phoneToken;

    @Column(name = "identity")
    byte[] identity;
}

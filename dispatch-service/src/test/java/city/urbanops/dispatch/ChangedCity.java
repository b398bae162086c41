package city.urbanops.dispatch;

import static city.urbanops.dispatch.AdminApi.MATRIX;
import static city.urbanops.dispatch.AdminApi.postCsv;
import static city.urbanops.dispatch.AdminApi.shipped;
import static city.urbanops.dispatch.FiledCaseStory.soon;
import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.contracts.reference.ReferenceDocuments;
import city.urbanops.contracts.reference.TaxonomyDocument;
import city.urbanops.dispatch.city.application.StartWithCity;
import city.urbanops.testkit.EventProbe;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running city that an administrator may change. After each test it is as it was shipped, for those who share it. */
abstract class ChangedCity {

    @Inject
    StartWithCity start;

    EventProbe probe;

    @BeforeEach
    void connect() {
        probe = new EventProbe();
        probe.publish(
                ReferenceDocuments.TAXONOMY,
                new TaxonomyDocument(
                        "test",
                        Stream.concat(
                                        Stream.of("E0199", "P0199"),
                                        shipped().lines().skip(1).map(line -> line.split(",", -1)[1]))
                                .map(code -> new TaxonomyDocument.CaseClass(code, code, code, code, code, List.of()))
                                .toList()));
        soon(() -> assertThat(postCsv(MATRIX + "?dryRun=true", shipped()).statusCode())
                .isNotEqualTo(503));
    }

    /** The shipped city again, for those who share it. */
    @AfterEach
    void restore() throws SQLException {
        probe.close();
        Tables.change("update reference_version set version = 'default-city-older'"
                + " where name in ('areas', 'units', 'matrix', 'unit-hours')");
        Tables.change("delete from reference_version where name in ('exemptions', 'rule-switches', 'operations')");
        Tables.change("delete from exemption_zone");
        Tables.change("delete from joint_operation");
        Tables.change("delete from rule_switch");
        start.seedAndLoad().await().atMost(Duration.ofSeconds(20));
    }
}

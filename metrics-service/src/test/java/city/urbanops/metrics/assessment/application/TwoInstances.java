package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import city.urbanops.metrics.assessment.domain.Period;
import city.urbanops.testkit.UrbanOpsEngines;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two instances of the service with the same two schemes, the sheets they give, and the sheet that all cases give. */
abstract class TwoInstances {

    static final Period MONTH = Period.of(YearMonth.of(1983, 5));
    static final String LEDGER = "changes-ledger";
    static final String EXEMPTING = "changes-exempting";

    @Inject
    ScorePeriod all;

    @Inject
    PeriodCases cases;

    @Inject
    CaseChanges changes;

    @Inject
    FindScheme schemes;

    @Inject
    Schemes documents;

    @Inject
    Transactions transactions;

    @Inject
    OwnContext contexts;

    @Inject
    Clock clock;

    ScoreNow one;
    ScoreNow other;

    @BeforeEach
    void two_instances_of_the_service() {
        one = instance();
        other = instance();
        write(changes::tidy);
        store(LEDGER, 1, false);
        store(EXEMPTING, 1, true);
    }

    /** These facts come from no log: left behind, they would make any rebuild stop. */
    @AfterEach
    void forget() throws SQLException {
        for (var row : List.of(
                "case_fact where counted_on < '1984-01-01' and counted_on > '1983-01-01'",
                "closure_rollup where counted_on < '1984-01-01' and counted_on > '1983-01-01'",
                "dashboard_rollup where counted_from < '1984-01-01' and counted_from >= '1983-01-01'",
                "appeal where scheme like 'changes-%'",
                "ledger_entry where scheme like 'changes-%'",
                "assessment_input where scheme like 'changes-%'",
                "assessment_scheme where scheme like 'changes-%'")) {
            sql("delete from " + row);
        }
    }

    /** Version 2 has other points. */
    void store(String id, int version, boolean exempting) {
        var document = ShippedSchemes.document("liuzhou-2016-month")
                .put("id", id)
                .put("version", version)
                .put("validFrom", "1980-01-01")
                .put("exemptLeaveRates", exempting);
        var text = document.toString();
        var stored = version == 1 ? text : text.replace("\"points\":0.3", "\"points\":0.4");
        write(session -> documents.add(session, new Schemes.Stored(id, version, stored, clock.instant(), "test")));
    }

    private ScoreNow instance() {
        return new ScoreNow(all, cases, changes, new KeptPeriods(clock), clock);
    }

    String sheet(ScoreNow instance, String scheme) {
        var work = read(session ->
                schemes.forPeriod(session, scheme, MONTH).chain(compiled -> instance.sheet(session, compiled, MONTH)));
        var sheet = work.run().await().atMost(Duration.ofSeconds(20));
        return sheet.digest() + sheet.full(Optional.empty());
    }

    String full(String scheme) {
        var units = Sheet.write(read(session ->
                schemes.forPeriod(session, scheme, MONTH).chain(compiled -> all.score(session, compiled, MONTH))));
        return Sheet.digest(units) + FindScheme.parse(units);
    }

    <T> T read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return contexts.run(() -> transactions.read(work)).await().atMost(Duration.ofSeconds(20));
    }

    <T> void write(Function<Mutiny.StatelessSession, Uni<T>> work) {
        contexts.run(() -> transactions.write(work)).await().atMost(Duration.ofSeconds(20));
    }

    static Connection connect() throws SQLException {
        return UrbanOpsEngines.postgres().connect("metrics");
    }

    static void sql(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}

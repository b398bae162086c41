package city.urbanops.intake.casefile.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import city.urbanops.intake.casefile.application.CaseQueries.Filter;
import city.urbanops.intake.casefile.domain.SearchTerms;
import city.urbanops.kit.http.Cursor;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import city.urbanops.kit.transaction.OwnContext;
import city.urbanops.kit.transaction.Transactions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Explains, at a million cases, the very statement that a search runs, with its values: every kind of search goes by an index. */
@QuarkusTest
@TestProfile(MillionCases.class)
class SearchPlanIT {

    /** A word may be told of a few thousand times. */
    private static final int SORTED_BY_DATE = 5_000;

    /** To join by them: the ids of all cases of a phase but CLOSED. */
    private static final int SORTED_BY_ID = 25_000;

    private static final int READ = 30_000;
    private static final Pattern PARAMETER = Pattern.compile("(?<!:):([A-Za-z]\\w*)");

    @Inject
    Transactions transactions;

    @Inject
    OwnContext contexts;

    @BeforeEach
    void fill() throws Exception {
        MillionCases.fill();
    }

    static Stream<Arguments> searches() {
        return Stream.of(SearchKinds.values())
                .flatMap(kind -> kind.examples().stream().map(example -> Arguments.of(kind, example)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("searches")
    void goes_by_an_index(SearchKinds kind, Map<String, String> asked) throws Exception {
        var plan = plan(page(asked));

        assertThat(nodes(plan))
                .filteredOn(node -> node.path("Node Type").asText().equals("Seq Scan"))
                .as("tables read whole")
                .isEmpty();
        assertThat(nodes(plan))
                .filteredOn(node -> node.path("Node Type").asText().contains("Sort"))
                .allSatisfy(sort -> assertThat(rows(sort.path("Plans").get(0)))
                        .as("rows sorted")
                        .isLessThanOrEqualTo(
                                sort.path("Sort Key").toString().contains("reported_at")
                                        ? SORTED_BY_DATE
                                        : SORTED_BY_ID));
        assertThat(nodes(plan))
                .filteredOn(node -> node.path("Node Type").asText().matches("Index Scan|Bitmap Heap Scan"))
                .allSatisfy(scan ->
                        assertThat(rows(scan) + removed(scan)).as("rows read").isLessThanOrEqualTo(READ));
    }

    /** The generated terms are put together of pieces; were they not what the trigger writes, the plans would prove nothing. */
    @Test
    void generated_texts_have_the_terms_the_trigger_would_write() throws SQLException {
        var different = """
                select count(*), count(*) filter (
                    where terms <> case_terms(concat_ws(' ', case_number, source_no, text, address)))
                from (select * from case_file where publisher = 'million' order by reported_at desc limit 2000) as newest
                join case_text using (case_id)
                """;
        try (var connection = MillionCases.connect();
                var statement = connection.createStatement();
                var counts = statement.executeQuery(different)) {
            counts.next();

            assertThat(counts.getInt(1)).isEqualTo(2_000);
            assertThat(counts.getInt(2)).isZero();
        }
    }

    private CasePage page(Map<String, String> asked) {
        var filter = new Filter(
                value(asked, "phase"),
                value(asked, "department"),
                value(asked, "district"),
                value(asked, "area"),
                value(asked, "classCode"),
                value(asked, "channel"),
                value(asked, "referral"),
                value(asked, "q"),
                value(asked, "from").map(Instant::parse),
                value(asked, "to").map(Instant::parse));
        var terms = filter.text().flatMap(SearchTerms::of);
        var frequencies = contexts.awaitAtStart(
                () -> transactions.read(session -> terms.map(words -> WordFrequencies.of(session, words))
                        .orElse(Uni.createFrom().item(WordFrequencies.NONE))));
        var after = value(asked, "cursor").map(cursor -> new Cursor(List.of(cursor.split("\\|", -1))));
        return CasePage.of(
                filter,
                terms,
                frequencies,
                new Scope(Optional.empty(), Optional.empty(), false),
                new PageRequest(50, after));
    }

    private static Optional<String> value(Map<String, String> asked, String name) {
        return Optional.ofNullable(asked.get(name));
    }

    private static JsonNode plan(CasePage page) throws Exception {
        var names = new ArrayList<String>();
        var sql = PARAMETER.matcher(page.sql()).replaceAll(found -> {
            names.add(found.group(1));
            return "?";
        });
        try (var connection = MillionCases.connect();
                var statement = connection.prepareStatement("explain (analyze, timing off, format json) " + sql)) {
            for (var i = 0; i < names.size(); i++) {
                statement.setObject(i + 1, page.parameters().get(names.get(i)));
            }
            try (var explained = statement.executeQuery()) {
                explained.next();
                return new ObjectMapper()
                        .readTree(explained.getString(1))
                        .get(0)
                        .get("Plan");
            }
        }
    }

    private static List<JsonNode> nodes(JsonNode plan) {
        var all = new ArrayList<JsonNode>();
        all.add(plan);
        plan.path("Plans").forEach(child -> all.addAll(nodes(child)));
        return all;
    }

    private static double rows(JsonNode node) {
        return node.path("Actual Rows").asDouble() * node.path("Actual Loops").asDouble();
    }

    private static double removed(JsonNode node) {
        return StreamSupport.stream(node.properties().spliterator(), false)
                        .filter(property -> property.getKey().startsWith("Rows Removed"))
                        .mapToDouble(property -> property.getValue().asDouble())
                        .sum()
                * node.path("Actual Loops").asDouble();
    }
}

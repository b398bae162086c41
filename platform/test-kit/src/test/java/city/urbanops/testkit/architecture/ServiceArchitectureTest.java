package city.urbanops.testkit.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is proven by a fixture that breaks it and no other one. */
class ServiceArchitectureTest {

    private static final String FIXTURES = "city.urbanops.testkit.fixture.";

    /** Fixture package, the rule it breaks, and the class the message must name. */
    private static final Map<String, List<String>> BREAKERS = Map.ofEntries(
            Map.entry("impuredomain", List.of("domain is pure", "Framed")),
            Map.entry("callingout", List.of("application stays inside", "Asks")),
            Map.entry("storingapi", List.of("api talks to the application", "Resource")),
            Map.entry("storingmessages", List.of("messaging only maps", "Consumer")),
            Map.entry("talkingstore", List.of("persistence only stores", "Store")),
            Map.entry("leakingentity", List.of("entities stay in persistence", "UsesRow")),
            Map.entry("strayentity", List.of("entities stay in persistence", "Row")),
            Map.entry("leakingcontract", List.of("contract events stay at the edge", "Shows")),
            Map.entry("sleeping", List.of("nobody blocks", "Waits")),
            Map.entry("awaiting", List.of("nobody blocks", "Waits")),
            Map.entry("clockreading", List.of("nobody reads the system clock", "Reads")),
            Map.entry("clockmaking", List.of("nobody reads the system clock", "Makes")),
            Map.entry("identitymaking", List.of("the domain makes no identities", "Makes")),
            Map.entry("emitting", List.of("only the outbox sends", "Sends")));

    static Stream<Arguments> breakers() {
        return BREAKERS.entrySet().stream()
                .map(e -> Arguments.of(
                        e.getKey(), e.getValue().get(0), e.getValue().get(1)));
    }

    @ParameterizedTest
    @MethodSource("breakers")
    void refuses_the_fixture_that_breaks_a_rule(String fixture, String rule, String culprit) {
        // Given
        JavaClasses classes = classesOf(fixture);

        // When
        List<String> broken = ServiceArchitecture.of(FIXTURES + fixture).rules().entrySet().stream()
                .filter(entry -> entry.getValue().evaluate(classes).hasViolation())
                .map(Map.Entry::getKey)
                .toList();

        // Then
        assertThat(broken).containsExactly(rule);
        assertThatThrownBy(() -> ServiceArchitecture.of(FIXTURES + fixture).check(classes))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(FIXTURES + fixture)
                .hasMessageContaining(culprit);
    }

    @Test
    void every_rule_is_broken_by_some_fixture() {
        assertThat(BREAKERS.values().stream().map(values -> values.get(0)))
                .containsAll(ServiceArchitecture.of(FIXTURES + "clean").rules().keySet());
    }

    @Test
    void accepts_a_service_that_keeps_its_layers_below_an_aggregate() {
        assertThatCode(() -> ServiceArchitecture.of(FIXTURES + "clean").check(classesOf("clean")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"impuredomain,jakarta.persistence..,true", "impuredomain,jakarta.inject..,false"})
    void lets_a_service_name_the_pure_libraries_of_its_domain(String fixture, String pattern, boolean accepted) {
        boolean violated = ServiceArchitecture.of(FIXTURES + fixture)
                .domainMayUse(pattern)
                .rules()
                .get("domain is pure")
                .evaluate(classesOf(fixture))
                .hasViolation();

        assertThat(violated).isNotEqualTo(accepted);
    }

    @Test
    void refuses_a_misspelled_package() {
        assertThatThrownBy(
                        () -> ServiceArchitecture.of("city.urbanops.dispacth").check())
                .isInstanceOf(AssertionError.class)
                .hasMessage("no classes below city.urbanops.dispacth");
    }

    private static JavaClasses classesOf(String fixture) {
        return new ClassFileImporter().importPackages(FIXTURES + fixture);
    }
}

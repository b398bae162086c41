package city.urbanops.testkit.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The rules of one service, given its base package. Layers may lie directly below it or below an aggregate's package
 * ({@code city.urbanops.dispatch.task.domain}).
 *
 * <pre>{@code
 * @Test
 * void keeps_its_layers() {
 *     ServiceArchitecture.of("city.urbanops.dispatch").domainMayUse("city.urbanops.geography..").check();
 * }
 * }</pre>
 */
public final class ServiceArchitecture {

    private final String basePackage;
    private final List<String> domainExtras;
    private final List<String> applicationExtras;

    private ServiceArchitecture(String basePackage, List<String> domainExtras, List<String> applicationExtras) {
        this.basePackage = basePackage;
        this.domainExtras = domainExtras;
        this.applicationExtras = applicationExtras;
    }

    /** Returns the rules of the service in that package, for example {@code city.urbanops.intake}. */
    public static ServiceArchitecture of(String basePackage) {
        return new ServiceArchitecture(basePackage, List.of(), List.of());
    }

    /** Returns the same rules with more pure libraries allowed in the domain, as ArchUnit package patterns. */
    public ServiceArchitecture domainMayUse(String... packagePatterns) {
        return new ServiceArchitecture(basePackage, both(domainExtras, packagePatterns), applicationExtras);
    }

    /** Returns the same rules with more libraries allowed in the application, as ArchUnit package patterns. */
    public ServiceArchitecture applicationMayUse(String... packagePatterns) {
        return new ServiceArchitecture(basePackage, domainExtras, both(applicationExtras, packagePatterns));
    }

    private static List<String> both(List<String> known, String... more) {
        return Stream.concat(known.stream(), Stream.of(more)).toList();
    }

    /** Returns every rule under a short name, in the order of the layers. */
    public Map<String, ArchRule> rules() {
        Layers layers = new Layers(basePackage);
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("domain is pure", LayerRules.domainIsPure(layers, domainExtras));
        rules.put("application stays inside", LayerRules.applicationStaysInside(layers, applicationExtras));
        rules.put("api talks to the application", LayerRules.apiTalksToTheApplication(layers));
        rules.put("messaging only maps", LayerRules.messagingOnlyMaps(layers));
        rules.put("persistence only stores", LayerRules.persistenceOnlyStores(layers));
        rules.put("entities stay in persistence", LayerRules.entitiesStayInPersistence(layers));
        rules.put("contract events stay at the edge", LayerRules.contractEventsStayAtTheEdge(layers));
        rules.put("nobody blocks", HabitRules.nobodyBlocks());
        rules.put("nobody reads the system clock", HabitRules.nobodyReadsTheSystemClock());
        rules.put("the domain makes no identities", HabitRules.domainMakesNoIdentities(layers));
        rules.put("only the outbox sends", HabitRules.onlyTheOutboxSends());
        return rules;
    }

    /**
     * Checks the service's main classes against every rule.
     *
     * @throws AssertionError naming each class that breaks a rule, or when the base package holds no classes
     */
    public void check() {
        check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(basePackage));
    }

    /**
     * Checks the given classes against every rule.
     *
     * @throws AssertionError naming each class that breaks a rule, or when there is nothing to check
     */
    public void check(JavaClasses classes) {
        if (classes.isEmpty()) {
            // A misspelled package would pass every rule forever.
            throw new AssertionError("no classes below " + basePackage);
        }
        rules().values().forEach(rule -> rule.check(classes));
    }
}

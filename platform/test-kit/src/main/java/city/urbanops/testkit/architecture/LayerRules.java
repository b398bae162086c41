package city.urbanops.testkit.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.stream.Stream;

/** Which layer may use which (DESIGN §3). They are allow-lists: what nobody thought of is refused. */
final class LayerRules {

    private static final List<String> DOMAIN_LIBRARIES =
            List.of("java..", "org.jspecify..", "city.urbanops.deadlines..");

    /** What a use case is made of: the kit, the session it was given, injection, logs, meters. */
    private static final List<String> APPLICATION_LIBRARIES = List.of(
            "java..",
            "org.jspecify..",
            "city.urbanops.kit..",
            "city.urbanops.contracts..",
            "city.urbanops.deadlines..",
            "city.urbanops.geography..",
            "io.smallrye.mutiny..",
            "io.smallrye.common..",
            "io.smallrye.config..",
            "io.vertx..",
            "org.hibernate.reactive..",
            "io.quarkus..",
            "jakarta.inject..",
            "jakarta.enterprise..",
            "jakarta.annotation..",
            "jakarta.validation..",
            "jakarta.transaction..",
            "org.eclipse.microprofile.config..",
            "org.jboss.logging..",
            "io.micrometer..",
            "io.opentelemetry..",
            "com.fasterxml.jackson..");

    private static final DescribedPredicate<JavaClass> ENTITIES = DescribedPredicate.or(
                    annotatedWith("jakarta.persistence.Entity"),
                    annotatedWith("jakarta.persistence.Embeddable"),
                    annotatedWith("jakarta.persistence.MappedSuperclass"))
            .as("entities");

    private LayerRules() {}

    static ArchRule domainIsPure(Layers layers, List<String> extras) {
        return classes()
                .that()
                .resideInAPackage(layers.pattern(Layers.DOMAIN))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(join(DOMAIN_LIBRARIES, extras, layers.patterns(Layers.DOMAIN)))
                .because("the domain decides; it knows no framework, no database and no message")
                .allowEmptyShould(true);
    }

    static ArchRule applicationStaysInside(Layers layers, List<String> extras) {
        String[] own =
                layers.patterns(Layers.APPLICATION, Layers.DOMAIN, Layers.PERSISTENCE, Layers.MESSAGING, Layers.CONFIG);
        return classes()
                .that()
                .resideInAPackage(layers.pattern(Layers.APPLICATION))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(join(APPLICATION_LIBRARIES, extras, own))
                .because("a use case orders steps; it does not know who calls it")
                .allowEmptyShould(true);
    }

    static ArchRule apiTalksToTheApplication(Layers layers) {
        return own(layers, Layers.API, Layers.API, Layers.APPLICATION, Layers.DOMAIN, Layers.CONFIG)
                .because("a resource maps a request to a use case and its outcome to an answer");
    }

    static ArchRule messagingOnlyMaps(Layers layers) {
        return own(layers, Layers.MESSAGING, Layers.MESSAGING, Layers.APPLICATION, Layers.DOMAIN, Layers.CONFIG)
                .because("messaging maps contract events to commands and back, nothing else");
    }

    static ArchRule persistenceOnlyStores(Layers layers) {
        return own(layers, Layers.PERSISTENCE, Layers.PERSISTENCE, Layers.APPLICATION, Layers.DOMAIN, Layers.CONFIG)
                .because("repositories implement the ports of the application");
    }

    static ArchRule entitiesStayInPersistence(Layers layers) {
        ArchRule live = classes()
                .that(ENTITIES)
                .should()
                .resideInAPackage(layers.pattern(Layers.PERSISTENCE))
                .allowEmptyShould(true);
        ArchRule used = noClasses()
                .that()
                .resideOutsideOfPackage(layers.pattern(Layers.PERSISTENCE))
                .should()
                .dependOnClassesThat(ENTITIES)
                .allowEmptyShould(true);
        return CompositeArchRule.of(live).and(used).because("the stored shape is not the domain's shape");
    }

    static ArchRule contractEventsStayAtTheEdge(Layers layers) {
        return noClasses()
                .that()
                .resideInAnyPackage(layers.patterns(Layers.DOMAIN, Layers.API))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("city.urbanops.contracts.cases..", "city.urbanops.contracts.reference..")
                .because("what travels between services changes for other reasons than what one service thinks")
                .allowEmptyShould(true);
    }

    /** An allow-list over the service's own packages; libraries are not its matter. */
    private static ArchRule own(Layers layers, String layer, String... allowed) {
        return noClasses()
                .that()
                .resideInAPackage(layers.pattern(layer))
                .should()
                .dependOnClassesThat(layers.ownClassesOutside(allowed))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> annotatedWith(String annotation) {
        return DescribedPredicate.describe(
                "annotated with " + annotation, javaClass -> javaClass.isAnnotatedWith(annotation));
    }

    private static String[] join(List<String> libraries, List<String> extras, String[] own) {
        return Stream.of(libraries.stream(), extras.stream(), Stream.of(own))
                .flatMap(patterns -> patterns)
                .toArray(String[]::new);
    }
}

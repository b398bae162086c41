package city.urbanops.testkit.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/** The packages of one service's layers, wherever they lie below its base package. */
record Layers(String basePackage) {

    static final String DOMAIN = "domain";
    static final String APPLICATION = "application";
    static final String API = "api";
    static final String MESSAGING = "messaging";
    static final String PERSISTENCE = "persistence";
    static final String CONFIG = "config";

    /** Returns the ArchUnit pattern of a layer: directly below the base or below any aggregate. */
    String pattern(String layer) {
        return basePackage + ".." + layer + "..";
    }

    String[] patterns(String... layers) {
        return Arrays.stream(layers).map(this::pattern).toArray(String[]::new);
    }

    /** Matches classes of this service that lie in none of the given layers. */
    DescribedPredicate<JavaClass> ownClassesOutside(String... layers) {
        DescribedPredicate<JavaClass> own = JavaClass.Predicates.resideInAPackage(basePackage + "..");
        DescribedPredicate<JavaClass> inside = JavaClass.Predicates.resideInAnyPackage(patterns(layers));
        return own.and(DescribedPredicate.not(inside))
                .as("classes of the service outside " + String.join(", ", layers));
    }
}

package city.urbanops.metrics.assessment.application;

import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.metrics.assessment.application.Schemes.Stored;
import city.urbanops.metrics.assessment.domain.CompiledScheme;
import city.urbanops.metrics.assessment.domain.Period;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the version of a scheme that counts for a period; each version is compiled once. */
@Singleton
class FindScheme {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schemes schemes;
    private final Map<String, CompiledScheme> compiled = new ConcurrentHashMap<>();

    FindScheme(Schemes schemes) {
        this.schemes = schemes;
    }

    /** The highest version valid on the period's first day; fails with 404 if there is none. */
    Uni<CompiledScheme> forPeriod(Mutiny.StatelessSession session, String scheme, Period period) {
        return schemes.versions(session, scheme).map(versions -> versions.stream()
                .map(this::compile)
                .filter(one -> !one.scheme().validFrom().isAfter(period.from()))
                .max(Comparator.comparingInt(one -> one.scheme().version()))
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        versions.isEmpty()
                                ? "There is no scheme " + scheme + "."
                                : "No version of the scheme is valid in this period."))));
    }

    /** Of each scheme the version that counts for a period; those without one are left out. */
    Uni<List<CompiledScheme>> allForPeriod(Mutiny.StatelessSession session, Period period) {
        return schemes.all(session)
                .map(versions -> List.copyOf(versions.stream()
                        .map(this::compile)
                        .filter(one -> !one.scheme().validFrom().isAfter(period.from()))
                        .collect(Collectors.toMap(
                                one -> one.scheme().id(),
                                Function.identity(),
                                BinaryOperator.maxBy(Comparator.comparingInt(
                                        one -> one.scheme().version()))))
                        .values()));
    }

    /** That very version; fails with 404 if there is none. */
    Uni<CompiledScheme> version(Mutiny.StatelessSession session, String scheme, int version) {
        return schemes.versions(session, scheme).map(versions -> versions.stream()
                .filter(stored -> stored.version() == version)
                .map(this::compile)
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound("There is no such version."))));
    }

    private CompiledScheme compile(Stored stored) {
        return compiled.computeIfAbsent(stored.scheme() + "/" + stored.version(), key -> {
            var read = SchemeDocument.read(parse(stored.document()));
            if (read.scheme() == null) {
                throw new IllegalStateException("stored scheme " + key + " does not compile: " + read.errors());
            }
            return read.scheme();
        });
    }

    static JsonNode parse(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package city.urbanops.intake.casefile.persistence;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.domain.SearchTerms;
import city.urbanops.intake.casefile.domain.SearchTerms.Part;
import io.smallrye.mutiny.Uni;
import jakarta.persistence.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * How many texts have a word, as the last {@code analyze} found; words it did not note are rarer than all it did.
 *
 * <p>The planner multiplies the frequencies of all parts of a question, as if 井盖 and 盖丢 came together by chance; it then takes for one in
 * ten thousand what every hundredth text has. So the index is asked for the rarest part of each segment only, and the row for the rest (ADR
 * 0056).
 *
 * @param byTerm share of texts, 0 to 1
 */
record WordFrequencies(Map<String, Double> byTerm) {

    /** Before a single case is known, and where there is nothing to choose. */
    static final WordFrequencies NONE = new WordFrequencies(Map.of());

    /** What more texts have is read from the index sooner than it is worth, unless nothing else is asked for. */
    private static final double COMMON = 0.05;

    private static final String READ = """
            select noted.term, noted.share
            from pg_stats
            cross join lateral unnest(
                cast(cast(most_common_elems as text) as text[]), cast(most_common_elem_freqs as double precision[])
            ) as noted(term, share)
            where schemaname = current_schema() and tablename = 'case_text' and attname = 'terms'
              and exists (
                select from json_array_elements_text(cast(cast(:parts as text) as json)) as part where starts_with(noted.term, part))
            """;

    WordFrequencies {
        byTerm = Map.copyOf(byTerm);
    }

    /** Those of the terms' parts, if there is anything to choose. */
    static Uni<WordFrequencies> of(Mutiny.StatelessSession session, SearchTerms terms) {
        if (terms.parts().size() < 2) {
            return Uni.createFrom().item(NONE);
        }
        var parts = ContractJson.mapper()
                .valueToTree(terms.parts().stream().map(Part::text).toList());
        return session.createNativeQuery(READ, Tuple.class)
                .setParameter("parts", parts.toString())
                .getResultList()
                .map(rows -> new WordFrequencies(rows.stream()
                        .collect(Collectors.toMap(
                                row -> row.get("term", String.class), row -> row.get("share", Double.class)))));
    }

    /** The parts to ask the index for: the rarest of each segment, without common ones if there is a rarer one. */
    List<Part> telling(SearchTerms terms) {
        var rarest = terms.segments().stream()
                .map(parts -> parts.stream()
                        .min(Comparator.comparingDouble(this::share))
                        .orElseThrow())
                .sorted(Comparator.comparingDouble(this::share))
                .toList();
        return rarest.stream()
                .filter(part -> part.equals(rarest.get(0)) || share(part) <= COMMON)
                .distinct()
                .toList();
    }

    private double share(Part part) {
        return part.isBeginning()
                ? byTerm.entrySet().stream()
                        .filter(term -> term.getKey().startsWith(part.text()))
                        .mapToDouble(Map.Entry::getValue)
                        .sum()
                : byTerm.getOrDefault(part.text(), 0.0);
    }
}

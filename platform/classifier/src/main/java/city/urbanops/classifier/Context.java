package city.urbanops.classifier;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A combination of facts under which habits are remembered, for example class and street. Its order means nothing. */
public record Context(List<String> facts) {

    public Context {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException("a context needs at least one fact");
        }
    }

    /** Reads {@code class+area}. */
    public static Context of(String sum) {
        return new Context(List.of(sum.split("\\+")));
    }

    /** The facts of one case this context looks at, in order. */
    Map<String, String> in(CaseFacts facts) {
        Map<String, String> values = new LinkedHashMap<>();
        this.facts.forEach(name -> values.put(name, facts.value(name)));
        return values;
    }

    /** Where this context's memory of such cases lies; two of a million contexts share a place with probability 10⁻⁸. */
    long key(int salt, CaseFacts facts) {
        long hash = 0xcbf29ce484222325L ^ salt;
        for (String name : this.facts) {
            String value = facts.value(name);
            for (int i = 0; i < value.length(); i++) {
                hash = (hash ^ value.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0xffff) * 0x100000001b3L;
        }
        return hash;
    }
}

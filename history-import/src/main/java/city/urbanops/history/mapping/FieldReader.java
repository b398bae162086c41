package city.urbanops.history.mapping;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one field of a row.
 *
 * @param words what is written there
 * @param codes translations; absent if words stay as they are
 * @param otherwise for words that are empty or have no translation
 */
record FieldReader(
        Words words,
        @Nullable Map<String, String> codes,
        @Nullable String otherwise) {

    static final FieldReader NOTHING = new FieldReader(values -> "", null, null);

    Read read(String[] values) {
        var word = words.of(values);
        var original = word.isEmpty() ? null : word;
        if (codes == null) {
            var code = original == null ? otherwise : original;
            return new Read(original, code, code);
        }
        var code = codes.getOrDefault(word, otherwise == null ? "" : otherwise);
        return code.isEmpty() ? new Read(original, original, null) : new Read(original, code, code);
    }

    /** What stands in a row. */
    @FunctionalInterface
    interface Words {
        String of(String[] values);
    }

    /**
     * A value.
     *
     * @param original as written; absent if nothing is
     * @param code its translation, or the original if there is none
     * @param translation its translation only
     */
    record Read(
            @Nullable String original,
            @Nullable String code,
            @Nullable String translation) {}
}

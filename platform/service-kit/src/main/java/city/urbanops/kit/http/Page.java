package city.urbanops.kit.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in the list's order; may be empty
 * @param nextCursor give it back to read on; absent on the last page
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows that were read with one row more than asked for, which is how the end is known.
     *
     * @param rows at most {@code request.limit() + 1}
     * @param key the sort key of a row, as {@link Cursor} texts
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Cursor> key) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, request.limit());
        return new Page<>(items, key.apply(items.get(items.size() - 1)).encoded());
    }
}

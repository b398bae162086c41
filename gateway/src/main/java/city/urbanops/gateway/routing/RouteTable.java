package city.urbanops.gateway.routing;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the longest route that covers a path. */
public final class RouteTable {

    private final Map<String, Route> byPath;

    private RouteTable(Map<String, Route> byPath) {
        this.byPath = byPath;
    }

    /**
     * A table of these routes.
     *
     * @throws IllegalStateException if two have the same path
     */
    public static RouteTable of(Collection<Route> routes) {
        return new RouteTable(routes.stream().collect(Collectors.toUnmodifiableMap(Route::path, Function.identity())));
    }

    /** The longest route that covers the path, or null; the path has no query and no dot segments. */
    public @Nullable Route find(String path) {
        var end = path.length();
        while (end > 0) {
            var route = byPath.get(path.substring(0, end));
            if (route != null) {
                return route;
            }
            end = path.lastIndexOf('/', end - 1);
        }
        return null;
    }

    /** All routes, in no order. */
    public Collection<Route> routes() {
        return byPath.values();
    }
}

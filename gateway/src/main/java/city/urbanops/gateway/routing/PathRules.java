package city.urbanops.gateway.routing;

/**
 * Which paths are plain enough to be routed. What two parsers could read differently (dot segments, encoded separators, double slashes) is
 * refused instead of being repaired, so that the path that was matched is the path that arrives.
 */
public final class PathRules {

    private PathRules() {}

    /** True if the raw path, as it stood on the wire and without its query, means the same to every reader. */
    public static boolean isPlain(String path) {
        return path.startsWith("/") && !path.contains("//") && hasPlainCharacters(path) && hasPlainSegments(path);
    }

    private static boolean hasPlainCharacters(String path) {
        for (var i = 0; i < path.length(); i++) {
            var c = path.charAt(i);
            if (c <= ' ' || c >= 0x7f || c == '\\' || c == ';' || c == '#') {
                return false;
            }
            if (c == '%' && !isHarmlessEscape(path, i)) {
                return false;
            }
        }
        return true;
    }

    /** Escapes that hide a separator, a dot, a percent sign or a control character are not harmless. */
    private static boolean isHarmlessEscape(String path, int at) {
        if (at + 2 >= path.length()) {
            return false;
        }
        var high = Character.digit(path.charAt(at + 1), 16);
        var low = Character.digit(path.charAt(at + 2), 16);
        if (high < 0 || low < 0) {
            return false;
        }
        var decoded = high * 16 + low;
        return decoded >= ' ' && decoded != 0x7f && "./\\%;?#".indexOf(decoded) < 0;
    }

    private static boolean hasPlainSegments(String path) {
        return !(path.contains("/./") || path.contains("/../") || path.endsWith("/.") || path.endsWith("/.."));
    }
}

package city.urbanops.gateway.openapi;

import city.urbanops.gateway.Service;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives the components of several documents names that do not clash, and mends what refers to them. */
class Names {

    private static final String PREFIX = "#/components/";

    private final JsonObject components;

    /** @param components the merged components so far, by section and name; grows by {@link #take} */
    Names(JsonObject components) {
        this.components = components;
    }

    /**
     * Takes a document's components in: one that says the same as its namesake is shared, another gets the service's name in front.
     *
     * <p>Ways to sign in are left out: the gateway's own document names the one there is.
     *
     * @return the content with its references mended
     */
    JsonObject take(ServiceDocument document) {
        var own = document.content().getJsonObject("components", new JsonObject());
        own.remove("securitySchemes");
        var renamed = renamed(document.service(), own);
        var mended = mendAll(document.content(), renamed);
        var mendedComponents = mended.getJsonObject("components", new JsonObject());
        for (var section : mendedComponents.fieldNames()) {
            var target = section(section);
            for (var entry : mendedComponents.getJsonObject(section)) {
                var name = renamed.getOrDefault(section + "/" + entry.getKey(), entry.getKey());
                target.put(name, entry.getValue());
            }
        }
        return mended;
    }

    /** Two components are the same only if what they refer to is too, so renaming goes on until nothing more clashes. */
    private Map<String, String> renamed(Service service, JsonObject own) {
        var renamed = new HashMap<String, String>();
        var before = -1;
        while (before != renamed.size()) {
            before = renamed.size();
            var mended = mendAll(own, renamed);
            for (var section : mended.fieldNames()) {
                for (var entry : mended.getJsonObject(section)) {
                    var taken = section(section).getValue(entry.getKey());
                    if (taken != null && !taken.equals(entry.getValue())) {
                        renamed.putIfAbsent(section + "/" + entry.getKey(), service.code() + "." + entry.getKey());
                    }
                }
            }
        }
        return renamed;
    }

    private JsonObject section(String name) {
        if (!components.containsKey(name)) {
            components.put(name, new JsonObject());
        }
        return components.getJsonObject(name);
    }

    private static JsonObject mendAll(JsonObject content, Map<String, String> renamed) {
        var copy = new JsonObject();
        content.forEach(entry -> copy.put(entry.getKey(), mendEntry(entry, renamed)));
        return copy;
    }

    private static @Nullable Object mend(@Nullable Object node, Map<String, String> renamed) {
        if (node instanceof JsonObject object) {
            return mendAll(object, renamed);
        }
        if (node instanceof JsonArray array) {
            var copy = new JsonArray();
            array.forEach(item -> copy.add(mend(item, renamed)));
            return copy;
        }
        return node;
    }

    private static @Nullable Object mendEntry(Map.Entry<String, Object> entry, Map<String, String> renamed) {
        var value = entry.getValue();
        if ("$ref".equals(entry.getKey()) && value instanceof String reference && reference.startsWith(PREFIX)) {
            var target = reference.substring(PREFIX.length());
            var section = target.substring(0, target.indexOf('/') + 1);
            return renamed.containsKey(target) ? PREFIX + section + renamed.get(target) : reference;
        }
        return mend(value, renamed);
    }
}

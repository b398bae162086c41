package city.urbanops.gateway.openapi;

import city.urbanops.gateway.routing.RouteTable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;

/** Merges the services' documents into the public one: only what the gateway routes, under the gateway's paths. */
class MergedDocument {

    private final PublicPaths publicPaths;
    private final JsonObject own;

    /** @param own the gateway's document: title, sign-in and its own paths */
    MergedDocument(RouteTable routes, JsonObject own) {
        this.publicPaths = new PublicPaths(routes);
        this.own = own;
    }

    /**
     * The merged document.
     *
     * @param documents of the services that answered
     * @param missing names of the services that did not; the document says so
     */
    JsonObject of(List<ServiceDocument> documents, Collection<String> missing) {
        var merged = own.copy();
        var paths = merged.getJsonObject("paths");
        var names = new Names(merged.getJsonObject("components"));
        for (var document : documents) {
            var mended = names.take(document);
            for (var path : mended.getJsonObject("paths", new JsonObject())) {
                publicPaths
                        .of(document.service(), path.getKey())
                        .ifPresent(name -> paths.put(name, withoutOwnSecurity((JsonObject) path.getValue())));
            }
        }
        if (!missing.isEmpty()) {
            merged.put("x-missing-services", new JsonArray(List.copyOf(missing)));
        }
        return merged;
    }

    /** The gateway's document names the one way to sign in; the services' own names for it would only repeat it. */
    private static JsonObject withoutOwnSecurity(JsonObject path) {
        path.forEach(entry -> {
            if (entry.getValue() instanceof JsonObject operation) {
                operation.remove("security");
            }
        });
        return path;
    }
}

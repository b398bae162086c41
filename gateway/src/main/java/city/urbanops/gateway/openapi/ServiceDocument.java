package city.urbanops.gateway.openapi;

import city.urbanops.gateway.Service;
import io.vertx.core.json.JsonObject;

/**
 * The OpenAPI document of one service.
 *
 * @param service whose it is
 * @param content as the service publishes it
 */
record ServiceDocument(Service service, JsonObject content) {}

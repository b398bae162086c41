package city.urbanops.gateway.proxy;

import city.urbanops.gateway.problem.Problem;
import city.urbanops.gateway.problem.Problems;
import city.urbanops.gateway.routing.Route;
import io.vertx.core.Future;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** What happens to one request on its way to the service of one route, and to the answer on its way back. */
class PassOn implements ProxyInterceptor {

    private static final Logger LOG = Logger.getLogger(PassOn.class);

    private static final String BEGUN = "begun";

    private final Route route;
    private final long maxBodyBytes;
    private final RouteTimes times;

    PassOn(Route route, long maxBodyBytes, RouteTimes times) {
        this.route = route;
        this.maxBodyBytes = maxBodyBytes;
        this.times = times;
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        context.set(BEGUN, System.nanoTime());
        var request = context.request();
        request.setURI(route.rewrite(request.getURI()));
        ForwardedHeaders.toService(request.headers(), request.proxiedRequest());
        var body = new BoundedBody(request.getBody().stream(), maxBodyBytes);
        request.setBody(Body.body(body, request.getBody().length()));
        return context.sendRequest()
                .recover(failure -> Future.succeededFuture(answer(context, problem(body, failure))));
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        var response = context.response();
        var status = response.getStatusCode();
        ForwardedHeaders.toClient(response.headers());
        var body = response.getBody();
        if (body != null) {
            var client = context.request().proxiedRequest().connection();
            response.setBody(Body.body(new AnswerBody(body.stream(), client), body.length()));
        }
        return context.sendResponse().onComplete(sent -> times.add(status, context.get(BEGUN, Long.class)));
    }

    private Problem problem(BoundedBody body, Throwable failure) {
        if (body.exceeded()) {
            return Problems.TOO_LARGE;
        }
        if (failure instanceof ServiceAway) {
            LOG.warnf("no connection to %s: %s", route.service().code(), failure.getMessage());
            return Problems.SERVICE_AWAY;
        }
        LOG.warnf("no answer from %s: %s", route.service().code(), failure.toString());
        return failure instanceof TimeoutException ? Problems.SERVICE_SLOW : Problems.SERVICE_FAILED;
    }

    private static ProxyResponse answer(ProxyContext context, Problem problem) {
        var response = context.request().release().response();
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", seconds));
        return response.setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .setBody(Body.body(problem.body()));
    }
}

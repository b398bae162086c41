package city.urbanops.kit.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Callers we do not know or do not let, and our own failures. */
class ServerErrorMappers {

    /** What the form parser of Quarkus REST says of a body without its closing boundary; the exception has no type of its own. */
    private static final String CUT_SHORT = "Connection terminated reading multipart data";

    private static final Logger LOG = Logger.getLogger(ServerErrorMappers.class);

    @ServerExceptionMapper
    Response noToken(UnauthorizedException exception) {
        return Problems.answer(
                new Problem("unauthorized", "Sign in first", 401, "Send an access token as bearer token.", List.of()));
    }

    @ServerExceptionMapper
    Response badToken(AuthenticationFailedException exception) {
        return Problems.answer(new Problem(
                "unauthorized",
                "The token is not accepted",
                401,
                "It is expired, forged or not for this platform.",
                List.of()));
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException exception) {
        return Problems.answer(Problem.forbidden("Your roles do not allow this."));
    }

    /** A bug or broken infrastructure: logged here, once; the caller learns only that it was not their fault. */
    @ServerExceptionMapper
    Response failed(Throwable failure) {
        if (isCutShort(failure)) {
            return Problems.answer(Problem.invalid("body", "ends before its last part does"));
        }
        if (Infrastructure.isToBlame(failure)) {
            LOG.warnf("request failed for want of infrastructure: %s", failure.toString());
            return Problems.answer(new Problem(
                    "unavailable",
                    "Temporarily not available",
                    503,
                    "Nothing was stored; try again shortly.",
                    List.of()));
        }
        LOG.error("request failed", failure);
        return Problems.answer(new Problem(
                "internal", "The service failed", 500, "Nothing was stored; the failure is logged.", List.of()));
    }

    private static boolean isCutShort(Throwable failure) {
        return failure instanceof IOException && CUT_SHORT.equals(failure.getMessage());
    }
}

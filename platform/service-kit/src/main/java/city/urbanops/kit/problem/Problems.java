package city.urbanops.kit.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Turns a problem into an HTTP answer. */
public final class Problems {

    private Problems() {}

    /** The answer for a problem; a 401 says which scheme to use. */
    public static Response answer(Problem problem) {
        var response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.body());
        return problem.status() == 401
                ? response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
                : response.build();
    }
}

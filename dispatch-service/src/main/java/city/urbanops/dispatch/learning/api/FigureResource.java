package city.urbanops.dispatch.learning.api;

import city.urbanops.contracts.Roles;
import city.urbanops.dispatch.learning.application.ReadFigures;
import city.urbanops.dispatch.learning.domain.Grouping;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import city.urbanops.kit.security.CurrentCaller;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How much is dispatched by itself, and how often the first unit was the right one. */
@Path("/api/v1/dispatch/figures")
@RolesAllowed({Roles.SHIFT_LEADER, Roles.DISPATCHER, Roles.ASSESSOR, Roles.ADMIN})
public class FigureResource {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2200;

    private final ReadFigures figures;
    private final CurrentCaller caller;

    FigureResource(ReadFigures figures, CurrentCaller caller) {
        this.figures = figures;
        this.caller = caller;
    }

    /** Coverage and first-dispatch accuracy of a period, by {@code groupBy}: all, week, class or decider (rule, model or person). */
    @GET
    public Uni<ReadFigures.Figures> count(
            @RestQuery @Nullable String groupBy, @RestQuery @Nullable String from, @RestQuery @Nullable String to) {
        return figures.of(caller.get().area().orElse(""), grouping(groupBy), day("from", from), day("to", to));
    }

    private static Grouping grouping(@Nullable String name) {
        if (name == null) {
            return Grouping.ALL;
        }
        for (Grouping one : Grouping.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(name)) {
                return one;
            }
        }
        throw new ProblemException(Problem.invalid("groupBy", "must be all, week, class or decider"));
    }

    private static @Nullable LocalDate day(String field, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value);
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeParseException noDay) {
            // told below, as for a day no calendar has
        }
        throw new ProblemException(Problem.invalid(field, "must be a date such as 2026-03-01"));
    }
}

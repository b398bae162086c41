package city.urbanops.metrics.forecast.application;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Filed cases by smallest area and class. */
public interface PlaceCounts {

    /**
     * What one unit had at one place.
     *
     * @param unit the unit, or {@code unassigned}
     * @param recent filed in the window
     * @param past filed in the time before it
     */
    record Row(String areaCode, String classCode, String unit, long recent, long past) {}

    /**
     * The two stretches of time that are compared.
     *
     * @param past its first day
     * @param window the first day of the window, and the day after the past
     * @param end the day after the window
     */
    record Days(LocalDate past, LocalDate window, LocalDate end) {}

    /** Every place of which some unit had a case in the window; reads every fact of these days. */
    Uni<List<Row>> of(Mutiny.StatelessSession session, Days days);

    /**
     * The cases of one place in the window, by date and id.
     *
     * @param classCode all classes, if absent
     */
    Uni<List<PlaceCase>> cases(
            Mutiny.StatelessSession session,
            String areaCode,
            Optional<String> classCode,
            Optional<String> unit,
            Days days,
            Optional<After> after,
            int limit);

    /** The sort key of the last case read. */
    record After(LocalDate filedOn, UUID caseId) {}

    /** One of them; the unit is absent while none has it. */
    record PlaceCase(
            UUID caseId,
            LocalDate filedOn,
            String areaCode,
            String classCode,
            @Nullable String unit) {}
}

package city.urbanops.dispatch.units.api;

import city.urbanops.deadlines.WorkingSlot;
import city.urbanops.dispatch.units.application.ChangeUnit;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.Workplace;
import city.urbanops.kit.problem.Problem;
import city.urbanops.kit.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as it shall be.
 *
 * @param nameZh its name in Chinese
 * @param nameEn its name in English
 * @param kind department, company or district
 * @param parentCode the unit above it, if any
 * @param workplace where it works on its tasks
 * @param areaCode the area it answers for
 * @param active false dissolves it; absent means true
 * @param duties what it is there for
 * @param contacts how the office is reached
 * @param workingHours slots of a working day, {@code 08:00-12:00,14:00-18:00}; absent for the city's
 */
public record UnitRequest(
        @NotBlank @Size(max = 100) String nameZh,
        @NotBlank @Size(max = 100) String nameEn,
        @NotBlank @Size(max = 40) String kind,
        @Nullable String parentCode,
        @NotNull Workplace workplace,
        @NotBlank String areaCode,
        @Nullable Boolean active,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 200) String> duties,
        @Nullable @Size(max = 20) List<@Valid @NotNull Contact> contacts,
        @Nullable String workingHours) {

    /** How an office is reached. */
    public record Contact(
            @NotBlank @Size(max = 100) String purpose,
            @Nullable @Size(max = 40) String phone,
            @Nullable @Email @Size(max = 200) String email) {}

    ChangeUnit.Wanted wanted(String code) {
        requireHours();
        return new ChangeUnit.Wanted(
                new Unit(
                        code,
                        nameZh,
                        nameEn,
                        kind,
                        parentCode,
                        workplace,
                        areaCode,
                        active == null || active,
                        duties == null ? List.of() : duties,
                        contacts == null
                                ? List.of()
                                : contacts.stream()
                                        .map(one -> new Unit.Contact(one.purpose(), one.phone(), one.email()))
                                        .toList()),
                workingHours);
    }

    private void requireHours() {
        try {
            if (workingHours != null) {
                WorkingSlot.parse(workingHours);
            }
        } catch (IllegalArgumentException notHours) {
            throw new ProblemException(Problem.invalid("workingHours", String.valueOf(notHours.getMessage())));
        }
    }
}

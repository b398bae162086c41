package city.urbanops.dispatch.routing.api;

import city.urbanops.dispatch.routing.domain.JointOperation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All joint operations of the city.
 *
 * @param operations every one; empty ends them all
 */
public record OperationsRequest(@NotNull List<@Valid @NotNull Operation> operations) {

    /** A city has some dozens; every case is asked about each. */
    private static final int MOST = 500;

    /** Too many are refused before each is validated. */
    public OperationsRequest {
        if (operations != null && operations.size() > MOST) {
            throw new IllegalArgumentException("at most %d operations are taken".formatted(MOST));
        }
    }

    /** One operation; {@code leadUnit} is absent where the matrix's unit leads. */
    public record Operation(
            @NotBlank @Size(max = 60) String operationId,
            @NotBlank @Size(max = 100) String name,
            @NotEmpty @Size(max = 200) List<@NotBlank String> classPatterns,
            @Nullable String areaCode,
            @Nullable String leadUnit,
            @Nullable @Size(max = 50) List<@NotBlank String> assistingUnits,
            @NotNull Instant startsAt,
            @NotNull Instant endsAt,
            @NotBlank @Size(max = 200) String source) {

        private JointOperation operation() {
            return new JointOperation(
                    operationId,
                    name,
                    classPatterns,
                    areaCode,
                    leadUnit,
                    assistingUnits == null ? List.of() : assistingUnits,
                    startsAt,
                    endsAt,
                    source);
        }
    }

    List<JointOperation> all() {
        return operations.stream().map(Operation::operation).toList();
    }
}

package city.urbanops.kit.http;

import city.urbanops.contracts.MediaReference;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One of the media a request names: a photo of ours by its reference or id, or a URI of another system of at most 500 characters. */
@NotNull
@Size(max = 500)
@Pattern(regexp = MediaReference.NAMED)
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.TYPE_USE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MediaName {

    /** What the caller is told. */
    String message() default "must be the ref or id of a photo, or a URI of another system";

    /** For no special occasion. */
    Class<?>[] groups() default {};

    /** Nothing. */
    Class<? extends Payload>[] payload() default {};
}

package city.urbanops.dispatch.notice.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Where a unit wants to be told of its tasks.
 *
 * @param url an https address, up to 500 characters; mandatory
 */
public record WebhookRequest(@NotBlank @Size(max = 500) String url) {}

package city.urbanops.dispatch.learning.domain;

import java.time.Instant;
import java.util.UUID;

/** What classes a report without one may have, and when that was said. */
public record SuggestedClasses(UUID caseId, String areaCode, Instant suggestedAt, Advice advice) {}

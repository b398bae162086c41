package city.urbanops.bench.verify;

import java.util.UUID;

/**
 * The first entry of a journal that is not what was written.
 *
 * @param sequence the entry's number
 * @param what what is wrong, in words
 */
public record BrokenLink(UUID caseId, int sequence, String what) {}

package city.urbanops.intake.casefile.api;

import city.urbanops.contracts.ContractJson;
import city.urbanops.intake.casefile.domain.JournalEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A photo a unit named that did not become part of the case.
 *
 * @param ref how it was named
 * @param reason why not, a {@code PhotoRefusal}
 * @param sequence the journal's entry of the step
 */
public record RefusedPhotoView(String ref, String reason, int sequence) {

    /** What the entries say of refused photos, in their order; may be empty. */
    static List<RefusedPhotoView> of(List<JournalEntry> entries) {
        return entries.stream().flatMap(RefusedPhotoView::of).toList();
    }

    private static Stream<RefusedPhotoView> of(JournalEntry entry) {
        try {
            var refused = ContractJson.mapper().readTree(entry.step().details()).path("refusedMedia");
            return StreamSupport.stream(refused.spliterator(), false)
                    .map(one -> new RefusedPhotoView(
                            one.path("ref").asText(), one.path("reason").asText(), entry.sequence()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}

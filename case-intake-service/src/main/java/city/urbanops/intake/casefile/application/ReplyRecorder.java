package city.urbanops.intake.casefile.application;

import city.urbanops.intake.casefile.application.CaseRecorder.Written;
import city.urbanops.intake.casefile.domain.CaseFile;
import city.urbanops.intake.casefile.domain.JournalEntry;
import city.urbanops.intake.casefile.domain.JournalStep;
import city.urbanops.intake.reporter.domain.PromisedReply;
import city.urbanops.intake.reporter.domain.ReplyDecision.Kind;
import city.urbanops.intake.reporter.domain.ReplyDecision.Note;
import city.urbanops.kit.outbox.Outgoing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what was noted of a reply into what is written: sealed journal entries of its case, and events. */
@Singleton
class ReplyRecorder {

    private final CaseEventsOut eventsOut;
    private final Moments moments;

    ReplyRecorder(CaseEventsOut eventsOut, Moments moments) {
        this.eventsOut = eventsOut;
        this.moments = moments;
    }

    /**
     * An entry and an event for each note.
     *
     * @param reply as it is now
     * @param words for the last entry
     */
    Written record(
            CaseFile file, PromisedReply reply, List<Note> notes, String actor, @Nullable String words, Instant now) {
        var entries = new ArrayList<JournalEntry>();
        var events = new ArrayList<Outgoing<?>>();
        var next = file;
        for (var note : notes) {
            var id = moments.newId();
            var last = entries.size() == notes.size() - 1;
            var entry = entry(next, journalType(note.kind()), actor, last ? words : null, now, id);
            entries.add(entry);
            events.add(eventsOut.event(file, reply, note, id, actor, now));
            next = next.journalled(entry);
        }
        return new Written(next, entries, events);
    }

    /** Only an entry: the promise, if there was one, is kept already. */
    Written answered(CaseFile file, String actor, @Nullable String words, Instant now) {
        var entry = entry(file, journalType(Kind.REPLIED), actor, words, now, moments.newId());
        return new Written(file.journalled(entry), List.of(entry), List.of());
    }

    private static JournalEntry entry(
            CaseFile file, String type, String actor, @Nullable String words, Instant now, UUID id) {
        var assignment = file.assignment();
        var department = assignment == null ? null : assignment.department();
        return file.journal().entry(file.id(), new JournalStep(type, now, actor, words, department, false, id, null));
    }

    private static String journalType(Kind kind) {
        return switch (kind) {
            case PROMISED -> "reporter.reply-promised";
            case CONTACTED -> "reporter.contacted";
            case CONTACT_OVERDUE -> "reporter.contact-overdue";
            case REPLIED -> "reporter.answered";
            case REPLY_OVERDUE -> "reporter.reply-overdue";
            case EXTENDED -> "reporter.reply-extended";
        };
    }
}

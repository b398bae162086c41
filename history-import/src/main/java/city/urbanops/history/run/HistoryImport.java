package city.urbanops.history.run;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.history.mapping.RowReader;
import city.urbanops.history.run.Batch.Answered;
import city.urbanops.history.source.CsvRecords;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;

/** One import: reads, sends a few batches at once, settles them in the file's order and keeps how far it got. */
public final class HistoryImport {

    /** Intake works on one while the next is read; more only wait in its line. */
    private static final int ON_THE_WAY = 4;

    private final Platform platform;
    private final ProgressNote note;
    private final LongConsumer progress;
    private final Deque<Sent> onTheWay = new ArrayDeque<>();
    private Tally settled = Tally.NOTHING;

    /**
     * Prepares an import.
     *
     * @param progress is told how many records are settled
     */
    public HistoryImport(Platform platform, ProgressNote note, LongConsumer progress) {
        this.platform = platform;
        this.note = note;
        this.progress = progress;
    }

    /**
     * Imports the file from where an earlier run was interrupted, else from its beginning.
     *
     * @param limit how many records to read at most, those of the earlier run included
     * @throws CommandFailure when the platform refuses or stays away; the next run goes on from there
     */
    public ImportResult run(CsvRecords records, RowReader rows, String sourceSystem, long limit) {
        var begin = System.nanoTime();
        var before = earlier(sourceSystem).filter(tally -> tally.read() <= limit);
        before.ifPresent(tally -> settled = tally);
        var continuedAt = settled.read();
        for (var skip = 0L; skip < continuedAt; skip++) {
            records.next();
        }
        send(records, rows, sourceSystem, limit - continuedAt);
        note.remove();
        var seconds = (System.nanoTime() - begin) / 1e9;
        return new ImportResult(
                settled.read(),
                settled.imported(),
                settled.updated(),
                settled.unchanged(),
                new TreeMap<>(settled.skipped()),
                sourceSystem,
                new TreeMap<>(settled.oddities()),
                continuedAt,
                seconds,
                (settled.read() - continuedAt) / Math.max(seconds, 1e-9));
    }

    /** A platform that holds fewer cases than the note says is another one, or an older copy: begin again. */
    private Optional<Tally> earlier(String sourceSystem) {
        return note.read().filter(tally -> platform.holds(sourceSystem) >= tally.imported());
    }

    private void send(CsvRecords records, RowReader rows, String sourceSystem, long most) {
        var batch = new Batch(sourceSystem, rows.asOf());
        var left = most;
        for (var record = left > 0 ? records.next() : null; record != null; record = left > 0 ? records.next() : null) {
            left--;
            batch.add(rows.read(record));
            if (batch.isFull()) {
                send(batch);
                batch = new Batch(sourceSystem, rows.asOf());
            }
        }
        if (!batch.isEmpty()) {
            send(batch);
        }
        while (!onTheWay.isEmpty()) {
            settleOldest();
        }
    }

    private void send(Batch batch) {
        if (onTheWay.size() == ON_THE_WAY) {
            settleOldest();
        }
        var answer =
                batch.hasCases() ? platform.take(batch.body()) : CompletableFuture.completedFuture(Answered.NOTHING);
        onTheWay.add(new Sent(batch, answer));
    }

    private void settleOldest() {
        var sent = onTheWay.remove();
        try {
            settled = settled.plus(sent.batch().settled(sent.answer().join()));
        } catch (CompletionException refused) {
            var why =
                    refused.getCause() instanceof CommandFailure failure ? failure.getMessage() : refused.getMessage();
            throw new CommandFailure(
                    "Records %d to %d: %s What was settled before is kept; the next run goes on from there."
                            .formatted(
                                    settled.read() + 1,
                                    settled.read() + sent.batch().read(),
                                    why),
                    refused);
        }
        note.write(settled);
        progress.accept(settled.read());
    }

    private record Sent(Batch batch, CompletableFuture<Answered> answer) {}
}

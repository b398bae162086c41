package city.urbanops.bench.replay;

import city.urbanops.bench.lifecycle.DriverSession;
import city.urbanops.bench.lifecycle.Report;
import city.urbanops.bench.lifecycle.TopicCounts;
import city.urbanops.bench.lifecycle.TopicLedger;
import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.Progress;
import city.urbanops.bench.platform.RunningPlatform;
import city.urbanops.bench.platform.ServiceDatabases;
import city.urbanops.bench.platform.Waiting;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/** One run: sends every record of a file, plays the others' part, waits until the stream is quiet, reconciles. */
public final class Replay {

    /** Long enough for a broker or a service that is killed, restarted and catching up. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** The end is given up when nothing has changed for this long. */
    private static final Duration STANDSTILL = Duration.ofSeconds(90);

    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int PLACES = 128;

    private final RunningPlatform platform;
    private final String runId;
    private final Pace pace;
    private final long limit;
    private final Boston311Mapping mapping = new Boston311Mapping();
    private final ReplayBooks books = new ReplayBooks(PLACES);

    /**
     * Prepares a run.
     *
     * @param limit reports to be accepted at most
     */
    public Replay(RunningPlatform platform, String runId, Pace pace, long limit) {
        this.platform = platform;
        this.runId = runId;
        this.pace = pace;
        this.limit = limit;
    }

    /**
     * Runs to the end, however that looks.
     *
     * @param expectedRecords how many the progress bar goes to, or -1 when not known
     * @throws PlatformTrouble when the platform is not there at the start or its databases at the end
     */
    public ReplayResult run(Boston311Source source, long expectedRecords) {
        long start = System.nanoTime();
        try (Boston311Reader reader = source.open();
                var session = new DriverSession(platform, runId + "-", PATIENCE, books)) {
            session.readSparingly();
            send(reader, session, expectedRecords, start);
            Reconciliation end = settle(session);
            double seconds = (System.nanoTime() - start) / 1e9;
            return result(reader.skipped(), session, end, seconds);
        }
    }

    private void send(Boston311Reader reader, DriverSession session, long expectedRecords, long start) {
        try (ProgressBar bar = Progress.bar("reports", expectedRecords)) {
            Optional<Boston311Row> row = reader.next();
            for (long number = 0; row.isPresent(); number++, row = reader.next()) {
                Report report = mapping.report(row.get(), runId);
                if (!books.enter(report.sourceNo(), limit)) {
                    return;
                }
                long due = pace.due(start, number);
                Waiting.untilNanoTime(due);
                session.file(report, Math.max(due, System.nanoTime()));
                bar.stepTo(books.accepted());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformTrouble("Interrupted.", interrupted);
        }
    }

    /** Waits until all are answered and the books balance, or nothing has moved for a while. */
    private Reconciliation settle(DriverSession session) {
        try (ProgressBar bar = Progress.bar("closings", -1)) {
            Optional<Reconciliation> last = Optional.empty();
            long unmovedSince = System.nanoTime();
            while (System.nanoTime() - unmovedSince < STANDSTILL.toNanos()) {
                bar.maxHint(books.toBeClosed());
                bar.stepTo(books.closed());
                Optional<Reconciliation> now = look(session);
                if (now.filter(this::isQuiet).isPresent()) {
                    return now.get();
                }
                if (now.isPresent() && !now.equals(last)) {
                    unmovedSince = System.nanoTime();
                    last = now;
                }
                Waiting.untilNanoTime(System.nanoTime() + LOOK.toNanos());
            }
            return last.orElseThrow(() -> new PlatformTrouble("The services' databases do not answer."));
        }
    }

    private boolean isQuiet(Reconciliation now) {
        boolean allPlayed =
                books.unanswered() == 0 && books.closed() + books.unfinished() + now.queued() >= books.toBeClosed();
        return allPlayed && now.balanced();
    }

    /** Counts now; empty while a database is away. */
    private Optional<Reconciliation> look(DriverSession session) {
        TopicCounts topic = session.fromLedger(TopicLedger::counts);
        try {
            return Optional.of(
                    Reconciliation.count(runId + "-", books.accepted(), new ServiceDatabases(platform), topic));
        } catch (SQLException away) {
            return Optional.empty();
        }
    }

    private ReplayResult result(long skippedLines, DriverSession session, Reconciliation end, double seconds) {
        var calls = session.calls();
        return new ReplayResult(
                end.sent(),
                skippedLines + books.refused(),
                end.filed(),
                end.linked(),
                end.voided(),
                end.withTask(),
                end.queued(),
                end.closed(),
                end.open(),
                end.balanced(),
                end.differences(),
                runId,
                books.asMapped(),
                books.elsewhere(),
                books.unfinished(),
                books.trouble(),
                calls.transientRepeats(),
                calls.notYet(),
                end.topic().redelivered(),
                Math.round(seconds * 10) / 10.0,
                Math.round(end.sent() / seconds * 10) / 10.0);
    }
}

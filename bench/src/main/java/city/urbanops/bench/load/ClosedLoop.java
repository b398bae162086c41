package city.urbanops.bench.load;

import city.urbanops.bench.lifecycle.DriverSession;
import city.urbanops.bench.platform.PlatformTrouble;
import city.urbanops.bench.platform.Waiting;
import java.time.Duration;

/** Keeps a number of lifecycles under way: the next begins when one is over. Its own state lives on the event loop. */
final class ClosedLoop {

    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final DriverSession session;
    private final LoadBooks books;
    private final WorkMix mix;
    private int target;

    ClosedLoop(DriverSession session, LoadBooks books, WorkMix mix) {
        this.session = session;
        this.books = books;
        this.mix = mix;
    }

    /** Keeps so many under way from now on. */
    void concurrency(int lifecycles) {
        session.ask(() -> {
            target = lifecycles;
            books.whenOver(this::fill);
            fill();
            return true;
        });
    }

    private void fill() {
        while (books.underWay() < target) {
            books.filed();
            session.file(mix.next(), System.nanoTime());
        }
    }

    /**
     * Begins no more and waits until all are over.
     *
     * @throws PlatformTrouble when some do not end within a minute
     */
    void drain() {
        concurrency(0);
        awaitNoneUnderWay(session, books);
    }

    static void awaitNoneUnderWay(DriverSession session, LoadBooks books) {
        if (!Waiting.until(() -> session.ask(books::underWay) == 0, DRAIN, LOOK)) {
            throw new PlatformTrouble(session.ask(books::underWay) + " lifecycles are still not over after "
                    + DRAIN.toSeconds() + " s; the first troubles: " + session.ask(books::trouble));
        }
    }
}

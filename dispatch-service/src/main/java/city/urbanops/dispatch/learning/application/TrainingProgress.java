package city.urbanops.dispatch.learning.application;

/** How far a training is, and whether it is to stop; written by the thread that trains and by the one that tells of it. */
final class TrainingProgress {

    private volatile String step = "gathering";
    private volatile double done;
    private volatile boolean stop;

    /** Thrown inside a training that was told to stop. */
    static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped on request");
        }
    }

    /** @throws Stopped when it is to stop */
    void at(String name, double share) {
        step = name;
        done = share;
        if (stop) {
            throw new Stopped();
        }
    }

    void stop() {
        stop = true;
    }

    String step() {
        return step;
    }

    double done() {
        return done;
    }
}

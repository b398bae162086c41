package city.urbanops.launcher.platform;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * What the supervisor says while it watches: to {@code supervisor.log} always, and to the person while there is one.
 * Not java.util.logging, whose handlers are closed as soon as the JVM is told to end, when there is most to say.
 */
final class Journal {

    private final Path log;
    private final Consumer<String> person;

    /** Appends to this file and tells this person. */
    Journal(Path log, Consumer<String> person) {
        this.log = log;
        this.person = person;
    }

    /** Notes something a person wants to know. */
    void say(String sentence) {
        append(sentence);
        person.accept(sentence);
    }

    /** Notes something only a later reader of the log wants to know. */
    void detail(String sentence) {
        append(sentence);
    }

    /** Notes a failure with its stack trace, which is for the log only. */
    void failure(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        append(trace.toString().stripTrailing());
    }

    private synchronized void append(String text) {
        try {
            Files.createDirectories(log.getParent());
            Files.writeString(
                    log,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + text + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + log, e);
        }
    }
}

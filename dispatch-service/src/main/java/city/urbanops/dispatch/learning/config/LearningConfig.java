package city.urbanops.dispatch.learning.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How models are trained and held to what is wanted of them. */
@ConfigMapping(prefix = "urbanops.learning")
public interface LearningConfig {

    /** The share of right ones wanted among cases dispatched without a person, 0–1: what Liuzhou's centre reports (DOMAIN §6). */
    @WithDefault("0.996")
    double wantedAccuracy();

    /** How long after its opening a case's result is known; training waits as long. */
    @WithDefault("P10D")
    Duration resultsAfter();

    /** How many examples a model is trained on at most, the newest: measured for a heap of 256 MB (ADR 0052). */
    @WithDefault("6000")
    int examples();

    /** How many pieces of text a model looks at: each costs memory for every unit or class. */
    @WithDefault("10000")
    int textPieces();

    /** How many examples are kept, the newest. */
    @WithDefault("100000")
    int keptExamples();

    /** With fewer examples nothing is trained. */
    @WithDefault("300")
    int fewestExamples();

    /** A candidate is compared on at least so many cases neither it nor the running model has seen. */
    @WithDefault("50")
    int fewestTested();

    /** How many versions of each model can be gone back to. */
    @WithDefault("5")
    int keptVersions();

    /** How long after a training the next one begins by itself; zero for never. */
    @WithDefault("P1D")
    Duration every();

    /** How often running models are held against what became of their cases, as a duration, or {@code off}. */
    @WithDefault("10m")
    String watchEvery();

    /** How many days back live results and gauges count. */
    @WithDefault("30")
    int watchDays();

    /** Fewer cases decided without a person than this say nothing about a model. */
    @WithDefault("20")
    int watchCases();
}

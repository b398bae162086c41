package city.urbanops.metrics.forecast.application;

import city.urbanops.metrics.forecast.domain.Findings;
import city.urbanops.metrics.forecast.domain.Hotspot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The numbers of forecasts and warnings. Where no source is named they are local practice, to be set by the city (ADR 0078, 0079). */
@ConfigMapping(prefix = "urbanops.forecast")
public interface ForecastConfig {

    /** How many days back the record of units reaches. */
    @WithDefault("180")
    int historyDays();

    /** A record of fewer open tasks than this is not asked: 30 makes a 95 % interval at most 35 points wide. */
    @WithDefault("30")
    int leastTasks();

    /** The horizon nobody asked for otherwise, in working hours: one working day (DOMAIN §5). */
    @WithDefault("8")
    int withinHours();

    /** Cases that make a place a repeated one: the same complaint three times costs in the ledger of DOMAIN §8 (S11). */
    @WithDefault("3")
    int hotspotCases();

    @WithDefault("30")
    int hotspotDays();

    /** How far back a place's own past reaches behind the window. */
    @WithDefault("180")
    int hotspotPastDays();

    /** 1.96: one place of forty would rise by chance alone. */
    @WithDefault("1.96")
    double hotspotSigmas();

    /** Expected late tasks within the horizon from which on a unit is warned of. */
    @WithDefault("3")
    double warnExpectedLate();

    /** A flagged day is no warning if neither as many cases came nor were expected. */
    @WithDefault("5")
    int warnAnomalyCases();

    /** 3.29: one place of two thousand by chance alone. */
    @WithDefault("3.29")
    double warnHotspotSigmas();

    /** The share of what raises a warning that keeps it. */
    @WithDefault("0.67")
    double warnKeep();

    /** How long a warning stands after it was last found; longer than places are counted anew. */
    @WithDefault("15m")
    Duration warnUnseen();

    default Hotspot.Rule hotspot() {
        return new Hotspot.Rule(hotspotCases(), hotspotDays(), hotspotPastDays(), hotspotSigmas());
    }

    default Findings.Limits limits() {
        return new Findings.Limits(warnExpectedLate(), warnAnomalyCases(), warnHotspotSigmas(), warnKeep());
    }
}

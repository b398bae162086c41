package city.urbanops.evaluation.dust;

import city.urbanops.commandline.CommandFailure;
import city.urbanops.commandline.JsonFile;
import city.urbanops.dust.DustRule;
import city.urbanops.dust.stream.Register;
import city.urbanops.evaluation.dust.DustResult.Difference;
import city.urbanops.evaluation.dust.DustResult.Episodes;
import city.urbanops.evaluation.dust.DustResult.OfSite;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./urbanops evaluate dust}. Ends with 0 when both computations find the same episodes, 1 when they differ. */
@Command(
        name = "dust",
        mixinStandardHelpOptions = true,
        description =
                "Runs the dust topology over hourly PM10 series and compares its episodes with a plain batch computation.",
        footer = {
            "",
            "Each hour's value is taken as the readings of a monitor that sends it every cycle, all through the hour:",
            "its four windows of 15 minutes then have the hour's mean. An hour without a value has no readings."
        })
public final class EvaluateDustCommand implements Callable<Integer> {

    private static final int SHOWN = 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV of a station, plain or gzip.")
    private List<Path> files = List.of();

    @Option(
            names = "--background",
            paramLabel = "others|none|STATION",
            description =
                    "What a value is held against: the mean of all other stations in the same window, nothing (the"
                            + " absolute limit), or one station that is no site. Default: ${DEFAULT-VALUE}.")
    private String background = Background.OTHERS;

    @Option(
            names = "--cycle",
            paramLabel = "SECONDS",
            description = "Between two readings of a station, 60 to 900. Default: ${DEFAULT-VALUE}.")
    private int cycle = 300;

    @Option(names = "--zone", description = "The stations' time zone. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone = ZoneId.of("Asia/Shanghai");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the result there.")
    private @Nullable Path json;

    /** Creates the command with nothing parsed yet. */
    public EvaluateDustCommand() {}

    @Override
    public Integer call() {
        if (cycle < 60 || 900 % cycle != 0) {
            throw new CommandFailure("--cycle must divide the 900 seconds of a window and be 60 or more");
        }
        var began = System.nanoTime();
        var byFile = read();
        var readings = new Readings(List.copyOf(byFile.values()), Duration.ofSeconds(cycle));
        var rule = DustRule.standard(zone);
        var chosen = new Background(background);
        var batch = new BatchRun(rule, chosen, readings);
        try (var topology = new TopologyRun(rule, register(chosen, readings), readings.first())) {
            var nanos = run(topology, readings);
            var seconds = (System.nanoTime() - began) / 1e9;
            var result = result(byFile, readings, batch, topology, Speed.of(readings, nanos), seconds);
            JsonFile.write(json, result);
            print(result);
            return result.agree() ? 0 : 1;
        }
    }

    private Map<Path, HourlySeries> read() {
        var byFile = new LinkedHashMap<Path, HourlySeries>();
        var stations = new HashSet<String>();
        for (var file : files) {
            var series = HourlySeries.read(file, zone);
            if (!stations.add(series.station())) {
                throw new CommandFailure("station " + series.station() + " is in two of the files");
            }
            byFile.put(file, series);
        }
        if (!List.of(Background.OTHERS, Background.NONE).contains(background) && !stations.contains(background)) {
            throw new CommandFailure(
                    "--background names " + background + ", which is none of the stations " + stations);
        }
        return byFile;
    }

    private static Register register(Background background, Readings readings) {
        var stations = readings.series().stream().map(HourlySeries::station).toList();
        return Register.of(background.register(stations, readings.cycle()));
    }

    private static long run(TopologyRun topology, Readings readings) {
        var began = Speed.processorNanos();
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("readings")
                .setInitialMax(readings.count())
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed()
                .build()) {
            topology.run(readings, bar::stepTo);
        }
        return Speed.processorNanos() - began;
    }

    private DustResult result(
            Map<Path, HourlySeries> byFile,
            Readings readings,
            BatchRun batch,
            TopologyRun topology,
            Speed speed,
            double seconds) {
        var ofBatch = batch.episodes();
        var ofTopology = topology.episodes();
        var differences = new ArrayList<Difference>();
        ofTopology.stream()
                .filter(episode -> !ofBatch.contains(episode))
                .forEach(episode -> differences.add(new Difference("topology", episode)));
        ofBatch.stream()
                .filter(episode -> !ofTopology.contains(episode))
                .forEach(episode -> differences.add(new Difference("batch", episode)));
        var sites = byFile.entrySet().stream()
                .map(entry -> ofSite(entry.getKey(), entry.getValue(), ofTopology, ofBatch))
                .toList();
        return new DustResult(
                byFile.size(),
                readings.count(),
                batch.windows(),
                batch.invalid(),
                compare(ofTopology, ofBatch),
                new TreeMap<>(topology.signals()),
                ofTopology.equals(ofBatch),
                background,
                cycle,
                seconds,
                speed,
                sites,
                differences.stream().limit(SHOWN).toList());
    }

    private static OfSite ofSite(Path file, HourlySeries series, List<Episode> topology, List<Episode> batch) {
        return new OfSite(
                file.getFileName().toString(),
                series.station(),
                series.hours().size(),
                compare(of(series.station(), topology), of(series.station(), batch)));
    }

    private static List<Episode> of(String station, List<Episode> episodes) {
        return episodes.stream()
                .filter(episode -> episode.site().equals(station))
                .toList();
    }

    private static Episodes compare(List<Episode> topology, List<Episode> batch) {
        var common = new HashSet<>(topology);
        common.retainAll(new HashSet<>(batch));
        return new Episodes(topology.size(), batch.size(), common.size());
    }

    private void print(DustResult result) {
        if (spec == null) {
            return;
        }
        var out = spec.commandLine().getOut();
        out.printf("%-16s %8s %9s %9s %9s%n", "station", "hours", "topology", "batch", "agreeing");
        for (var site : result.sites()) {
            var episodes = site.episodes();
            out.printf(
                    "%-16s %8d %9d %9d %9d%n",
                    site.station(), site.hours(), episodes.topology(), episodes.batch(), episodes.agreeing());
        }
        out.printf(
                "%d readings, %d windows of which %d invalid; published: %s%n",
                result.readings(), result.windows(), result.invalid(), result.signals());
        out.printf(
                "%d readings/s through the topology on one core; making and parsing them alone: %d/s%n",
                result.speed().topology(), result.speed().floor());
        out.println(
                result.agree()
                        ? "The same episodes, to the window: "
                                + result.episodes().agreeing()
                        : "The episodes differ; the first: "
                                + result.differences().get(0));
        out.flush();
    }
}

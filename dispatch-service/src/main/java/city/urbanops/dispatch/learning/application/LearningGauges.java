package city.urbanops.dispatch.learning.application;

import city.urbanops.dispatch.learning.domain.Grouping;
import city.urbanops.dispatch.learning.domain.LearnedModel;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.kit.timer.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The figures for Prometheus, counted once a minute over the days the watch looks at; NaN on a zero base. */
@Singleton
class LearningGauges {

    private final Rounds rounds;
    private final ReadFigures figures;
    private final CurrentModels models;
    private final MeterRegistry meters;
    private volatile ReadFigures.@Nullable Group counted;

    LearningGauges(Rounds rounds, ReadFigures figures, CurrentModels models, MeterRegistry meters) {
        this.rounds = rounds;
        this.figures = figures;
        this.models = models;
        this.meters = meters;
    }

    @Startup
    void register() {
        gauge("urbanops.dispatch.coverage", ReadFigures.Group::coverage);
        gauge("urbanops.dispatch.first.accuracy", ReadFigures.Group::firstDispatchAccuracy);
        gauge("urbanops.dispatch.automatic.accuracy", ReadFigures.Group::accuracyOfAutomatic);
        gauge("urbanops.dispatch.learned.accuracy", ReadFigures.Group::accuracyOfModel);
        for (Target target : Target.values()) {
            ofModel(target, "urbanops.dispatch.learned.threshold", LearnedModel::threshold);
            ofModel(target, "urbanops.dispatch.learned.automatic", model -> model.automatic() ? 1 : 0);
        }
    }

    @Scheduled(every = "60s", delayed = "5s")
    Uni<Void> count() {
        return rounds.run("figures of learned models stay as they are", () -> figures.of("", Grouping.ALL, null, null)
                .invoke(all ->
                        counted = all.items().isEmpty() ? null : all.items().get(0)));
    }

    private interface Share {
        @Nullable
        Double of(ReadFigures.Group group);
    }

    private void gauge(String name, Share share) {
        Gauge.builder(name, this, self -> {
                    ReadFigures.Group group = self.counted;
                    Double value = group == null ? null : share.of(group);
                    return value == null ? Double.NaN : value;
                })
                .register(meters);
    }

    private void ofModel(Target target, String name, ToDoubleFunction<LearnedModel> value) {
        Gauge.builder(name, models, all -> all.of(target)
                        .map(value::applyAsDouble)
                        .orElse(Double.NaN))
                .tag("target", target.name())
                .register(meters);
    }
}

package city.urbanops.dispatch.learning.application;

import city.urbanops.classifier.CaseFacts;
import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.learning.domain.Example;
import city.urbanops.dispatch.learning.domain.LearnedModel;
import city.urbanops.dispatch.learning.domain.Target;
import city.urbanops.dispatch.routing.domain.Routing;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.units.domain.Unit;
import city.urbanops.dispatch.units.domain.UnitDirectory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks the learned model about a case the matrix gives to nobody. In memory, without waiting: it runs in the middle of a batch. */
@Singleton
public class AdviseUnit {

    private static final Logger LOG = Logger.getLogger(AdviseUnit.class);

    private final CurrentModels models;
    private final ZoneId zone;
    private final Timer timer;

    AdviseUnit(CurrentModels models, Clock clock, MeterRegistry meters) {
        this.models = models;
        this.zone = clock.getZone();
        this.timer = Timer.builder("urbanops.dispatch.learned.decision")
                .description("Time a learned model takes for one case")
                .publishPercentiles(0.5, 0.99)
                .register(meters);
    }

    /**
     * What the model says.
     *
     * @param routing why the matrix could not tell, which decides what the model may
     * @param openedAt when the case was filed
     * @param refusedBy the unit that gave the case back; absent when none did
     */
    public Advice advise(
            RoutingQuestion question,
            Routing.ToQueue routing,
            String text,
            Instant openedAt,
            UnitDirectory units,
            @Nullable String refusedBy) {
        Optional<LearnedModel> model = models.of(Target.UNIT);
        if (model.isEmpty()) {
            return Advice.none("No learned model is active.");
        }
        try {
            CaseFacts facts = Example.facts(
                    openedAt,
                    question.classCode(),
                    question.conditionCode(),
                    question.areaCode(),
                    channel(question),
                    text,
                    zone);
            LearnedModel.Bounds bounds = bounds(question, routing, units, refusedBy);
            return timer.record(() -> model.get().advise(facts, bounds));
        } catch (RuntimeException broken) {
            // a model that fails on a case must not keep the case from a person
            LOG.errorf(broken, "model %s failed on a case", model.get().version());
            return Advice.none(
                    "Model %s failed on the case.".formatted(model.get().version()));
        }
    }

    private static LearnedModel.Bounds bounds(
            RoutingQuestion question, Routing.ToQueue routing, UnitDirectory units, @Nullable String refusedBy) {
        Predicate<String> possible = code ->
                !code.equals(refusedBy) && units.find(code).filter(Unit::active).isPresent();
        Set<String> named =
                routing.candidates().stream().map(rule -> rule.leadUnit()).collect(Collectors.toSet());
        Predicate<String> byItself = code -> routing.doubt() == Routing.Doubt.GAP || named.contains(code);
        return new LearnedModel.Bounds(possible, byItself, restraint(question, routing, refusedBy));
    }

    private static String restraint(RoutingQuestion question, Routing.ToQueue routing, @Nullable String refusedBy) {
        if (refusedBy != null) {
            return "A case that was given back is given on by a person.";
        }
        if (routing.doubt() == Routing.Doubt.FOR_A_PERSON) {
            return "A person is to decide.";
        }
        var circumstances = question.circumstances();
        return circumstances != null && circumstances.urgent() ? "Urgent cases are left to people." : "";
    }

    private static String channel(RoutingQuestion question) {
        var circumstances = question.circumstances();
        return circumstances == null ? "" : circumstances.channel();
    }
}

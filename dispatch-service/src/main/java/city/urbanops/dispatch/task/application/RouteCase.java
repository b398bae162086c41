package city.urbanops.dispatch.task.application;

import city.urbanops.deadlines.Deadlines;
import city.urbanops.deadlines.TimeLimit;
import city.urbanops.dispatch.city.domain.City;
import city.urbanops.dispatch.learning.application.AdviseUnit;
import city.urbanops.dispatch.learning.domain.Advice;
import city.urbanops.dispatch.routing.domain.Explanation;
import city.urbanops.dispatch.routing.domain.MatrixRule;
import city.urbanops.dispatch.routing.domain.Operations;
import city.urbanops.dispatch.routing.domain.Router;
import city.urbanops.dispatch.routing.domain.Routing;
import city.urbanops.dispatch.routing.domain.RoutingQuestion;
import city.urbanops.dispatch.task.domain.Copies;
import city.urbanops.dispatch.task.domain.DiscoveryLimit;
import city.urbanops.dispatch.task.domain.FiledCase;
import city.urbanops.dispatch.task.domain.FiledFacts;
import city.urbanops.dispatch.task.domain.HandlingClock;
import city.urbanops.dispatch.task.domain.Holder;
import city.urbanops.dispatch.task.domain.Moment;
import city.urbanops.dispatch.task.domain.Ownership;
import city.urbanops.dispatch.task.domain.Task;
import city.urbanops.dispatch.task.domain.TaskEvent;
import city.urbanops.dispatch.task.domain.WaitingCase;
import city.urbanops.dispatch.units.domain.Unit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Routes one case of a batch: a task for the unit the matrix names, or where it names none a learned model is sure of, or a place in the
 * dispatcher's queue with suggestions; either way an explanation.
 */
final class RouteCase {

    /** The actor of everything dispatch does by itself. */
    static final String ACTOR = "dispatch";

    private final City city;
    private final Moment moment;
    private final Copying copying;
    private final AdviseUnit adviseUnit;
    private final CaseBook book;

    RouteCase(City city, Moment moment, Copying copying, AdviseUnit adviseUnit, CaseBook book) {
        this.city = city;
        this.moment = moment;
        this.copying = copying;
        this.adviseUnit = adviseUnit;
        this.book = book;
    }

    void route(
            CaseFact.Cause cause,
            FiledCase filed,
            RoutingQuestion question,
            String channel,
            TimeLimit limit,
            UUID taskId) {
        FiledFacts facts = new FiledFacts(
                filed.caseId(),
                filed.caseNumber(),
                question.classCode(),
                question.conditionCode(),
                question.areaCode(),
                channel);
        Routing routing = Router.route(question, city.matrix(), city.units(), city.exemptions());
        if (routing instanceof Routing.ToUnit found) {
            Operations.Handling handling = city.operations().join(found, question, city.units());
            Found byRule = new Found(
                    handling.unit(),
                    handling.assistingUnits(),
                    handling.reason(),
                    found.rule().ruleId(),
                    found.candidates(),
                    null,
                    discovery(found.rule(), question));
            give(byRule, facts, question, limit, cause, filed.text(), taskId);
            return;
        }
        Routing.ToQueue doubtful = (Routing.ToQueue) routing;
        Advice advice = adviseUnit.advise(question, doubtful, filed.text(), filed.filedAt(), city.units(), null);
        String reason = doubtful.reason() + " " + advice.reason();
        if (advice.automatic()) {
            Unit unit = city.units().find(advice.best().label()).orElseThrow();
            Found learned = new Found(unit, List.of(), reason, null, doubtful.candidates(), advice, null);
            give(learned, facts, question, limit, cause, filed.text(), taskId);
            return;
        }
        book.enqueue(new WaitingCase(taskId, facts, cause.round(), limit, reason, moment.now(), null, null));
        book.explain(new Explanation(
                facts.caseId(),
                cause.round(),
                taskId,
                Explanation.Kind.QUEUED,
                null,
                reason,
                ACTOR,
                moment.now(),
                question,
                null,
                doubtful.candidates(),
                city.ground(),
                null,
                city.borderOf(question).orElse(null),
                advice));
    }

    /** The unit a case goes to without a person, by a rule or by a learned model's advice. */
    private record Found(
            Unit unit,
            List<String> assistingUnits,
            String reason,
            @Nullable String ruleId,
            List<MatrixRule> candidates,
            @Nullable Advice advice,
            @Nullable DiscoveryLimit discovery) {}

    /** A limit the rule counts from discovery; from filing or reopening where nobody knows when it was seen. */
    private @Nullable DiscoveryLimit discovery(MatrixRule rule, RoutingQuestion question) {
        String limit = rule.discoveryLimit();
        RoutingQuestion.Circumstances known = question.circumstances();
        if (limit == null) {
            return null;
        }
        return new DiscoveryLimit(
                known == null ? moment.now() : known.seen(),
                TimeLimit.parse(limit),
                rule.ruleId(),
                Objects.requireNonNullElse(rule.limitReason(), rule.source()));
    }

    private void give(
            Found found,
            FiledFacts facts,
            RoutingQuestion question,
            TimeLimit limit,
            CaseFact.Cause cause,
            String text,
            UUID taskId) {
        Moment here = moment.in(city.calendarOf(found.unit().code()));
        DiscoveryLimit discovery = found.discovery();
        HandlingClock clock =
                discovery == null ? HandlingClock.started(limit, here) : HandlingClock.started(limit, discovery, here);
        String limitReason = discovery == null ? null : discovery.explain(clock);
        String reason = limitReason == null ? found.reason() : found.reason() + " " + limitReason;
        Ownership ownership = Ownership.first(found.unit().code());
        Task task = Task.dispatched(taskId, facts, cause.round(), Holder.of(found.unit()), clock, ownership);
        Copies copies = copying.of(facts, found.unit().code(), found.assistingUnits());
        TaskEvent.Dispatched event = new TaskEvent.Dispatched(
                moment.now(),
                true,
                copies.assisting(),
                copies.supervising(),
                reason,
                clock.countedFrom() == null ? null : limitReason,
                null);
        book.share(TaskSharing.of(task, event));
        book.create(task);
        book.tell(new Happened(task, event, ACTOR, text, cause.traceparent()));
        book.explain(new Explanation(
                facts.caseId(),
                cause.round(),
                taskId,
                Explanation.Kind.AUTOMATIC,
                found.unit().code(),
                reason,
                ACTOR,
                moment.now(),
                question,
                found.ruleId(),
                found.candidates(),
                city.ground(),
                new Explanation.Deadline(
                        clock.limit().toString(),
                        clock.dueAt(),
                        Deadlines.isProvisional(moment.now(), clock.limit(), here.calendar(), clock.dueAt())),
                city.borderOf(question).orElse(null),
                found.advice()));
    }
}

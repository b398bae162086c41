package city.urbanops.dispatch.notice.messaging;

import city.urbanops.contracts.ContractJson;
import city.urbanops.contracts.cases.CaseContext;
import city.urbanops.contracts.cases.CaseEvent;
import city.urbanops.contracts.cases.TaskDispatched;
import city.urbanops.contracts.cases.TaskEscalated;
import city.urbanops.contracts.cases.TaskTransferred;
import city.urbanops.dispatch.notice.domain.Notice;
import city.urbanops.dispatch.notice.domain.PersonalData;
import city.urbanops.dispatch.notice.domain.TaskNotice;
import city.urbanops.kit.inbox.ReceivedEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task event as notices: to the unit it is about, to the one it leaves, to those that help or watch. */
final class TaskNews {

    private TaskNews() {}

    static List<Notice> of(ReceivedEvent event) {
        CaseEvent payload = (CaseEvent) event.payload();
        Set<String> units = unitsOf(payload);
        if (units.isEmpty()) {
            return List.of();
        }
        String body = body(event, payload.context());
        List<Notice> notices = new ArrayList<>(units.size());
        for (String unit : units) {
            notices.add(new Notice(idFor(event.id(), unit), unit, body, event.time()));
        }
        return notices;
    }

    /** The same for people, without any text somebody wrote; empty for what has no unit. */
    static Optional<TaskNotice> inWords(ReceivedEvent event) {
        CaseEvent payload = (CaseEvent) event.payload();
        CaseContext context = payload.context();
        Set<String> units = new LinkedHashSet<>();
        add(units, context.department());
        if (payload instanceof TaskDispatched dispatched) {
            units.addAll(dispatched.assistingUnits());
        }
        if (units.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TaskNotice(
                event.id(),
                kindOf(event, payload),
                units,
                context.caseId(),
                String.valueOf(context.classCode()),
                String.valueOf(context.areaCode()),
                dueAt(payload),
                event.time()));
    }

    private static String kindOf(ReceivedEvent event, CaseEvent payload) {
        return payload instanceof TaskEscalated step && !step.counts()
                ? "warned"
                : event.type().name().replace("urbanops.task.", "").replace(".v1", "");
    }

    private static @Nullable Instant dueAt(CaseEvent payload) {
        JsonNode due = ContractJson.mapper().valueToTree(payload).get("dueAt");
        return due == null || due.isNull() ? null : Instant.parse(due.asText());
    }

    private static Set<String> unitsOf(CaseEvent payload) {
        Set<String> units = new LinkedHashSet<>();
        add(units, payload.context().department());
        if (payload instanceof TaskTransferred transferred) {
            add(units, transferred.fromDepartment());
        }
        if (payload instanceof TaskDispatched dispatched) {
            units.addAll(dispatched.assistingUnits());
            List<String> supervising = dispatched.supervisingUnits();
            if (supervising != null) {
                units.addAll(supervising);
            }
        }
        return units;
    }

    /** A CloudEvent in structured mode: the event as it was published, with people's numbers taken out of every text. */
    private static String body(ReceivedEvent event, CaseContext context) {
        ObjectNode envelope = ContractJson.mapper().createObjectNode();
        envelope.put("specversion", "1.0")
                .put("id", event.id().toString())
                .put("type", event.type().name())
                .put("source", event.source())
                .put("subject", String.valueOf(context.taskId()))
                .put("time", event.time().toString())
                .put("datacontenttype", "application/json");
        ObjectNode data = ContractJson.mapper().valueToTree(event.payload());
        for (String words : List.of("text", "opinion", "reason")) {
            if (data.get(words) instanceof TextNode text) {
                data.put(words, PersonalData.masked(text.textValue()));
            }
        }
        // who did it inside the centre is no matter of a receiver outside
        data.remove("actor");
        envelope.set("data", data);
        try {
            return ContractJson.mapper().writeValueAsString(envelope);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** One id for an event and a unit, the same however often the event comes. */
    private static UUID idFor(UUID eventId, String unit) {
        return UUID.nameUUIDFromBytes((eventId + "/" + unit).getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Set<String> units, @Nullable String unit) {
        if (unit != null) {
            units.add(unit);
        }
    }
}

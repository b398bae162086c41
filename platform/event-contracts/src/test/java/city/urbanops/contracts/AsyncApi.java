package city.urbanops.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document of all topics, built from the same constants the services use. */
final class AsyncApi {

    private AsyncApi() {}

    static ObjectNode document() {
        var root = ContractJson.mapper().createObjectNode();
        root.put("asyncapi", "3.0.0");
        root.putObject("info")
                .put("title", "UrbanOps events")
                .put("version", "1")
                .put(
                        "description",
                        "CloudEvents 1.0 in Kafka binary mode: attributes in ce_* headers, JSON body, traceparent in headers.");
        var channels = root.putObject("channels");
        for (Topic topic : Topics.all()) {
            var channel = channels.putObject(topic.name()).put("address", topic.name());
            channel.putObject("bindings").putObject("kafka").put("partitions", topic.partitions());
        }
        var operations = root.putObject("operations");
        var messages = root.putObject("components").putObject("messages");
        for (EventType<?> type : EventTypes.all()) {
            describe(type, messages.putObject(type.name()));
            var channel = (ObjectNode) channels.get(type.topic().name());
            channel.withObject("/messages").putObject(type.name()).put("$ref", "#/components/messages/" + type.name());
            operations
                    .putObject("send " + type.name())
                    .put("action", "send")
                    .put("summary", "published by " + type.producer() + " only")
                    .putObject("channel")
                    .put("$ref", "#/channels/" + type.topic().name());
        }
        return root;
    }

    private static void describe(EventType<?> type, ObjectNode message) {
        message.put("name", type.name()).put("contentType", "application/json");
        message.putObject("payload").put("$ref", "schemas/" + type.name() + ".json");
        var headers = message.putObject("headers").put("type", "object").putObject("properties");
        headers.putObject("ce_type").put("const", type.name());
        headers.putObject("ce_source").put("const", "/urbanops/" + type.producer());
        headers.putObject("ce_id").put("type", "string").put("format", "uuid");
        headers.putObject("ce_time").put("type", "string").put("format", "date-time");
    }
}

package city.urbanops.contracts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** JSON Schema 2020-12 of an event body; every component that is not nullable is required. */
final class EventSchemas {

    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static ObjectNode of(EventType<?> type) {
        var schema = GENERATOR.generateSchema(type.payload());
        schema.put("title", type.name());
        return schema;
    }

    private static SchemaGenerator generator() {
        var config = new SchemaGeneratorConfigBuilder(
                        ContractJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule())
                .with(Option.ADDITIONAL_FIXED_TYPES, Option.INLINE_ALL_SCHEMAS);
        config.forFields()
                .withRequiredCheck(field -> !isNullable(field) && field.getAnnotation(JsonUnwrapped.class) == null);
        return new SchemaGenerator(config.build());
    }

    private static boolean isNullable(FieldScope field) {
        var record = field.getMember().getDeclaringType().getErasedType();
        return record.isRecord()
                && Arrays.stream(record.getRecordComponents())
                        .filter(component -> component.getName().equals(field.getDeclaredName()))
                        .map(RecordComponent::getAnnotatedType)
                        .anyMatch(type -> type.isAnnotationPresent(Nullable.class));
    }
}

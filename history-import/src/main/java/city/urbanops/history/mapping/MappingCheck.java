package city.urbanops.history.mapping;

import city.urbanops.commandline.CommandFailure;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the shape of a mapping does not say: each rule names its key. */
final class MappingCheck {

    private static final Pattern SYSTEM = Pattern.compile("[a-z][a-z0-9]{1,29}");

    private final String name;

    private MappingCheck(String name) {
        this.name = name;
    }

    static void check(Mapping mapping, String name) {
        new MappingCheck(name).check(mapping);
    }

    private void check(Mapping mapping) {
        required(mapping);
        require(
                SYSTEM.matcher(mapping.sourceSystem()).matches(),
                "sourceSystem",
                "must be 2 to 30 lower-case letters and digits, a letter first");
        readable("zone", mapping.zone(), ZoneId::of);
        require(!mapping.dateFormats().isEmpty(), "dateFormats", "must name at least one pattern");
        mapping.dateFormats().forEach(pattern -> readable("dateFormats", pattern, DateTimeFormatter::ofPattern));
        var charset = mapping.charset();
        if (charset != null) {
            readable("charset", charset, Charset::forName);
        }
        var separator = mapping.separator();
        require(separator == null || separator.length() == 1, "separator", "must be one character");
        var fields = new LinkedHashMap<String, Mapping.@Nullable Field>();
        fields.put("sourceId", mapping.sourceId());
        fields.put("text", mapping.text());
        fields.put("class", mapping.classCode());
        fields.put("department", mapping.department());
        fields.put("area", mapping.area());
        fields.put("channel", mapping.channel());
        fields.put("phase", mapping.phase());
        fields.put("address", mapping.address());
        fields.forEach(this::check);
    }

    /** A key may be there and say null. */
    private void required(Mapping mapping) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("sourceSystem", mapping.sourceSystem());
        values.put("zone", mapping.zone());
        values.put("dateFormats", mapping.dateFormats());
        values.put("sourceId", mapping.sourceId());
        values.put("text", mapping.text());
        values.put("class", mapping.classCode());
        values.put("area", mapping.area());
        values.put("channel", mapping.channel());
        values.put("phase", mapping.phase());
        values.put("times", mapping.times());
        values.forEach((key, value) -> require(value != null, key, "is required"));
        require(mapping.times().reported() != null, "times.reported", "is required");
    }

    private void check(String key, Mapping.@Nullable Field field) {
        if (field != null) {
            require((field.column() == null) != (field.template() == null), key, "needs either column or template");
            require(field.values() == null || field.table() == null, key, "takes values or a table, not both");
        }
    }

    private void require(boolean holds, String key, String otherwise) {
        if (!holds) {
            throw new CommandFailure("%s: %s %s.".formatted(name, key, otherwise));
        }
    }

    private void readable(String key, String value, Reading reading) {
        try {
            reading.read(value);
        } catch (RuntimeException wrong) {
            throw new CommandFailure(
                    "%s: %s: %s is not usable: %s".formatted(name, key, value, wrong.getMessage()), wrong);
        }
    }

    /** Fails if it cannot be read. */
    @FunctionalInterface
    private interface Reading {
        Object read(String value);
    }
}

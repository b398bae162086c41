package city.urbanops.history.mapping;

import city.urbanops.commandline.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes readers of fields for a file with these columns. */
final class FieldReaders {

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]+)}");

    private final MappingFile file;
    private final List<String> columns;

    FieldReaders(MappingFile file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    FieldReader of(String key, Mapping.@Nullable Field field) {
        if (field == null) {
            return FieldReader.NOTHING;
        }
        var column = field.column();
        var template = field.template();
        var words = column != null
                ? column(key + ".column", column)
                : template(key + ".template", String.valueOf(template));
        var table = field.table();
        var codes = table == null ? field.values() : file.table(table, key + ".table");
        var otherwise = field.otherwise();
        if (otherwise == null && codes != null) {
            otherwise = codes.get(Tables.OTHERS);
        }
        return new FieldReader(words, codes == null ? null : Map.copyOf(codes), otherwise);
    }

    /** The place of a column, -1 for one that no mapping names. */
    int place(String key, @Nullable String column) {
        if (column == null) {
            return -1;
        }
        var place = columns.indexOf(column);
        if (place < 0) {
            throw new CommandFailure("The file has no column %s, which the mapping names at %s; it has: %s."
                    .formatted(column, key, String.join(", ", columns)));
        }
        return place;
    }

    private FieldReader.Words column(String key, String column) {
        var place = place(key, column);
        return values -> values[place];
    }

    private FieldReader.Words template(String key, String template) {
        var parts = new ArrayList<FieldReader.Words>();
        var matcher = PLACE.matcher(template);
        var end = 0;
        while (matcher.find()) {
            var literal = template.substring(end, matcher.start());
            parts.add(values -> literal);
            parts.add(column(key, matcher.group(1)));
            end = matcher.end();
        }
        var rest = template.substring(end);
        parts.add(values -> rest);
        return values -> {
            var text = new StringBuilder();
            parts.forEach(part -> text.append(part.of(values)));
            return text.toString().strip();
        };
    }
}

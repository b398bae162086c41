package city.urbanops.dispatch.notice.delivery;

import city.urbanops.contracts.ContractJson;
import city.urbanops.dispatch.notice.domain.Message;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A provider's JSON with places inside its strings: {@code {id}}, {@code {to}}, {@code {text}}; what is filled in is escaped. */
record JsonTemplate(String template) {

    private static final Pattern PLACE = Pattern.compile("\\{(id|to|text)}");

    String of(Message message) {
        Map<String, String> places =
                Map.of("id", message.messageId().toString(), "to", message.address(), "text", message.body());
        return PLACE.matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(escaped(places.getOrDefault(match.group(1), ""))));
    }

    private static String escaped(String value) {
        try {
            String quoted = ContractJson.mapper().writeValueAsString(value);
            return quoted.substring(1, quoted.length() - 1);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}

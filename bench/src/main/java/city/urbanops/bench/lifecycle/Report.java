package city.urbanops.bench.lifecycle;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * One report to file.
 *
 * @param channel one of DESIGN §9
 * @param text free text without personal data
 * @param classCode kind, major and minor class
 * @param areaCode a district or an area below it
 * @param sourceNo unique for channel and publisher; starts with the run's id
 * @param toBeClosed whether the departments' and checkers' part is played too
 * @param expectedDepartment the unit the case should go to, empty when nothing is expected
 */
public record Report(
        String channel,
        String text,
        String classCode,
        String areaCode,
        String sourceNo,
        boolean toBeClosed,
        String expectedDepartment) {

    /** The same report, to be dispatched and left there. */
    public Report leftOpen() {
        return new Report(channel, text, classCode, areaCode, sourceNo, false, expectedDepartment);
    }

    /** The body of {@code POST /reports}. */
    Buffer body() {
        return new JsonObject()
                .put("channel", channel)
                .put("text", text)
                .put("classCode", classCode)
                .put("areaCode", areaCode)
                .put("sourceNo", sourceNo)
                .toBuffer();
    }
}

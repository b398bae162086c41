package city.urbanops.metrics.assessment.domain;

import java.util.Locale;
import java.util.regex.Pattern;

/** Administrative Penalty Law of 2021, article 74: income from fines may not be linked to appraisal, openly or in disguise. */
public final class Fines {

    /** Why something that speaks of fines is refused. */
    public static final String REASON =
            "scores by fines: article 74 of the Administrative Penalty Law (行政处罚法第七十四条) forbids linking "
                    + "penalties or what they bring in to appraisal";

    private static final Pattern MONEY =
            Pattern.compile("\\b(fines?|fined|penalt\\w*|confiscat\\w*|forfeit\\w*)\\b|罚款|罚没|罚金|没收");
    private static final Pattern INSIDE_CAMEL_CASE = Pattern.compile("(?<=[a-z])(?=[A-Z])|[_-]");

    private Fines() {}

    /** True of a name, a title or a formula. */
    public static boolean areSpokenOf(String text) {
        return MONEY.matcher(INSIDE_CAMEL_CASE.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT))
                .find();
    }
}

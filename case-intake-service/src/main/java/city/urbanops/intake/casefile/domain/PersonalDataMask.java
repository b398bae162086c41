package city.urbanops.intake.casefile.domain;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes phones, ID numbers and the reporter's name out of text before it is stored in the clear or published (DESIGN §6). */
public final class PersonalDataMask {

    /** 18 digits, the last may be X: resident ID number. */
    private static final Pattern ID_NUMBER = Pattern.compile("(?<!\\d)\\d{6}(?:19|20)\\d{9}[\\dXx](?!\\d)");

    /** Mobile numbers with optional country code and separators. */
    private static final Pattern MOBILE =
            Pattern.compile("(?<!\\d)(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}(?!\\d)");

    /** Fixed lines with area code. */
    private static final Pattern FIXED_LINE = Pattern.compile("(?<!\\d)0\\d{2,3}[- ]?\\d{7,8}(?!\\d)");

    private PersonalDataMask() {}

    /** The text without personal numbers and without the name. */
    public static String mask(String text, @Nullable String reporterName) {
        var masked = ID_NUMBER.matcher(text).replaceAll("[ID]");
        masked = MOBILE.matcher(masked).replaceAll("[phone]");
        masked = FIXED_LINE.matcher(masked).replaceAll("[phone]");
        return reporterName == null || reporterName.isBlank() || reporterName.length() < 2
                ? masked
                : masked.replace(reporterName, "[name]");
    }

    /** A name for lists: the first character only. */
    public static String maskName(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    /** A phone for lists: the last four digits only. */
    public static String maskPhone(String phone) {
        return "****" + phone.substring(Math.max(0, phone.length() - 4));
    }
}

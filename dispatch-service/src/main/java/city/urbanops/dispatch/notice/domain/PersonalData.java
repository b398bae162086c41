package city.urbanops.dispatch.notice.domain;

import java.util.regex.Pattern;

/** Takes out of staff's own words what may identify a citizen before they leave the house; reports were masked at intake. */
public final class PersonalData {

    /** Phone and ID numbers: seven digits or more, also with blanks or dashes between, perhaps an X at the end. */
    private static final Pattern NUMBERS = Pattern.compile("(?:\\p{Nd}[ -]?){6,}\\p{Nd}[Xx]?");

    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+");

    private PersonalData() {}

    /** The text with long numbers and mail addresses as {@code ***}. */
    public static String masked(String text) {
        return MAIL.matcher(NUMBERS.matcher(text).replaceAll("***")).replaceAll("***");
    }
}

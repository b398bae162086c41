package city.urbanops.intake.referral.application;

import city.urbanops.intake.casefile.domain.Channel;
import city.urbanops.intake.casefile.domain.ReferralKind;
import city.urbanops.intake.taxonomy.application.TaxonomyReading.Remark;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** One row of a table of referrals; what is wrong with it goes to the remarks, and the kind is then of no use. */
final class ReferralRow {

    static final List<String> COLUMNS = List.of(
            "code",
            "title_zh",
            "title_en",
            "office",
            "words_zh",
            "words_en",
            "approval",
            "returns",
            "names_earlier",
            "only_from",
            "not_from",
            "source");

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}?");
    private static final Set<String> KNOWN = Set.of("{to}", "{earlier}", "{progress}");
    private static final int LONGEST = 500;

    private final int line;
    private final Map<String, String> row;
    private final List<Remark> errors;

    ReferralRow(int line, Map<String, String> row, List<Remark> errors) {
        this.line = line;
        this.row = row;
        this.errors = errors;
    }

    ReferralKind kind() {
        var code = text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            wrong("code", "must be 2 to 40 capital letters, digits and underscores");
        }
        return new ReferralKind(
                code,
                text("title_zh"),
                text("title_en"),
                text("office"),
                words("words_zh"),
                words("words_en"),
                yes("approval"),
                yes("returns"),
                yes("names_earlier"),
                channels("only_from"),
                channels("not_from"),
                text("source"));
    }

    private String text(String column) {
        var value = row.getOrDefault(column, "");
        if (value.isBlank() || value.length() > LONGEST || value.indexOf('\0') >= 0) {
            wrong(column, "must have 1 to %d usable characters".formatted(LONGEST));
        }
        return value;
    }

    private String words(String column) {
        var value = text(column);
        var unknown = PLACEHOLDER.matcher(value).results().anyMatch(found -> !KNOWN.contains(found.group()));
        if (unknown) {
            wrong(column, "may only have the placeholders {to}, {earlier} and {progress}");
        }
        return value;
    }

    private boolean yes(String column) {
        var value = row.getOrDefault(column, "");
        if (!value.equals("true") && !value.equals("false")) {
            wrong(column, "must be true or false");
        }
        return value.equals("true");
    }

    private Set<Channel> channels(String column) {
        var found = EnumSet.noneOf(Channel.class);
        Arrays.stream(row.getOrDefault(column, "").split(" ", -1))
                .filter(name -> !name.isEmpty())
                .forEach(name -> {
                    try {
                        found.add(Channel.valueOf(name));
                    } catch (IllegalArgumentException unknown) {
                        wrong(column, "must be names of channels with spaces between them");
                    }
                });
        return found;
    }

    private void wrong(String column, String message) {
        errors.add(new Remark(line, column, message));
    }
}

package city.urbanops.testkit.schema;

import city.urbanops.testkit.schema.Schema.Column;
import city.urbanops.testkit.schema.Schema.Relation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one migration does to the version that does not know of it. */
record SchemaChange(Schema before, Schema after) {

    /** Something the earlier version would stumble over: what it is about, and how. */
    record Break(String subject, String how) {

        @Override
        public String toString() {
            return subject + " " + how;
        }
    }

    /** Returns every break, ordered by subject; empty for a migration that only expands. */
    List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        before.relations().forEach((name, relation) -> {
            Relation now = after.relations().get(name);
            if (now == null) {
                breaks.add(new Break(name, "is gone"));
            } else {
                columns(name, relation, now, breaks);
                constraints(name, relation, now, breaks);
                privileges(name, relation, now, breaks);
            }
        });
        for (String routine : before.routines()) {
            if (!after.routines().contains(routine)) {
                breaks.add(new Break(routine, "is gone"));
            }
        }
        breaks.sort(Comparator.comparing(Break::toString));
        return List.copyOf(breaks);
    }

    private static void columns(String relation, Relation was, Relation is, List<Break> breaks) {
        was.columns().forEach((name, before) -> {
            String subject = relation + "." + name;
            Column now = is.columns().get(name);
            if (now == null) {
                breaks.add(new Break(subject, "is gone"));
                return;
            }
            if (!now.type().equals(before.type())) {
                breaks.add(new Break(subject, "was " + before.type() + " and is " + now.type()));
            }
            if (mustBeNamed(now) && !mustBeNamed(before)) {
                breaks.add(new Break(subject, "must be given a value now"));
            } else if (now.required() && !before.required()) {
                breaks.add(new Break(subject, "may not be null any more"));
            }
        });
        is.columns().forEach((name, now) -> {
            if (!was.columns().containsKey(name) && mustBeNamed(now)) {
                breaks.add(new Break(relation + "." + name, "is new and must be given a value"));
            }
        });
    }

    private static boolean mustBeNamed(Column column) {
        return column.required() && !column.filled();
    }

    /** Dropping a constraint lets the earlier version do what it did; so does one on a column it leaves null. */
    private static void constraints(String relation, Relation was, Relation is, List<Break> breaks) {
        is.constraints().forEach((name, constraint) -> {
            boolean known = constraint.equals(was.constraints().get(name));
            boolean leftNull = constraint.columns().stream()
                    .anyMatch(column -> !was.columns().containsKey(column)
                            && staysNull(is.columns().get(column)));
            if (!known && !leftNull) {
                breaks.add(new Break(relation + "." + name, "forbids what was allowed: " + constraint.definition()));
            }
        });
    }

    private static boolean staysNull(@Nullable Column column) {
        return column != null && !column.required() && !column.filled();
    }

    private static void privileges(String relation, Relation was, Relation is, List<Break> breaks) {
        Set<String> taken = new HashSet<>(was.privileges());
        taken.removeAll(is.privileges());
        for (String privilege : taken) {
            breaks.add(new Break(relation, "does not let the service " + privilege + " any more"));
        }
    }
}

package city.urbanops.intake.casefile.persistence;

import city.urbanops.intake.casefile.application.CaseQueries.Filter;
import city.urbanops.intake.casefile.domain.Phase;
import city.urbanops.intake.casefile.domain.SearchTerms;
import city.urbanops.intake.casefile.domain.SearchTerms.Part;
import city.urbanops.kit.http.PageRequest;
import city.urbanops.kit.security.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The statement that finds one page of cases: ids and the phase each is shown in, newest report first. Values only ever travel as
 * parameters.
 *
 * @param sql with named parameters
 * @param parameters their values
 */
record CasePage(String sql, Map<String, Object> parameters) {

    private static final String FOUND = "select f.case_id, f.phase, f.duplicate_of, f.reported_at from case_file f";
    private static final String WITH_TEXT = " join case_text t on t.case_id = f.case_id";

    /** A linked report, shown as its parent stands. */
    private static final String LINKED =
            "select f.case_id, parent.phase, cast(null as uuid) as duplicate_of, f.reported_at from case_file f";

    /** Many parents have ended: what is best to begin with depends on the other filters, and the planner can tell. */
    private static final String WITH_ENDED_PARENT =
            " join case_file parent on parent.case_id = f.duplicate_of and parent.duplicate_of is null";

    /** Few parents are in any other phase: "offset" makes the planner begin with them. */
    private static final String WITH_OPEN_PARENT =
            " join (select case_id, phase from case_file where phase = :phase and duplicate_of is null offset 0) parent"
                    + " on parent.case_id = f.duplicate_of";

    /** A linked report is shown in its parent's phase; everything else of it is its own. */
    private static final String SHOWN = """
            with page as (%s)
            select page.case_id, coalesce(parent.phase, page.phase) as shown
            from page left join case_file parent on parent.case_id = page.duplicate_of
            order by page.reported_at desc, page.case_id desc""";

    /**
     * One row more than the page asks for.
     *
     * @param terms of the filter's text
     * @param frequencies of their parts
     */
    static CasePage of(
            Filter filter, Optional<SearchTerms> terms, WordFrequencies frequencies, Scope scope, PageRequest page) {
        var where = new Conditions();
        // the text's own columns lead when there is one: its index then gives the order, too
        var order = terms.isPresent() ? "t" : "f";
        filter.department().ifPresent(v -> where.and("f.department = :department", "department", v));
        filter.district().ifPresent(v -> where.and("f.district_code = :district", "district", v));
        filter.area().ifPresent(v -> area(where, "area", v));
        filter.classCode().ifPresent(v -> where.and("f.class_code = :classCode", "classCode", v));
        filter.channel().ifPresent(v -> where.and("f.channel = :channel", "channel", v));
        filter.referral().ifPresent(v -> {
            where.and("f.referral_kind = :referral", "referral", v);
            where.and("f.phase = 'VOID'");
        });
        filter.from().ifPresent(v -> where.and(order + ".reported_at >= " + time("from"), "from", v.toString()));
        filter.to().ifPresent(v -> where.and(order + ".reported_at < " + time("to"), "to", v.toString()));
        terms.ifPresent(v -> text(where, v, frequencies));
        page.after().ifPresent(cursor -> {
            where.and(
                    "(%1$s.reported_at, %1$s.case_id) < (%2$s, cast(cast(:after as text) as uuid))"
                            .formatted(order, time("at")),
                    "at",
                    Instant.parse(cursor.parts().get(0)).toString());
            where.parameter("after", UUID.fromString(cursor.parts().get(1)).toString());
        });
        limit(where, scope);
        var from = FOUND + (terms.isPresent() ? WITH_TEXT : "");
        var end = " order by %1$s.reported_at desc, %1$s.case_id desc limit %2$d".formatted(order, page.limit() + 1);
        var phase = filter.phase();
        if (phase.isEmpty()) {
            return new CasePage(SHOWN.formatted(from + where.sql() + end), where.parameters());
        }
        var own = where.copy();
        own.and("f.duplicate_of is null");
        own.and("f.phase = :phase", "phase", phase.get());
        where.and("f.duplicate_of is not null");
        where.and("parent.phase = :phase");
        var withParent = Phase.valueOf(phase.get()).isOpen() ? WITH_OPEN_PARENT : WITH_ENDED_PARENT;
        var linked = LINKED + (terms.isPresent() ? WITH_TEXT : "") + withParent + where.sql() + end;
        var both = "(%s) union all (%s) order by reported_at desc, case_id desc limit %d"
                .formatted(from + own.sql() + end, linked, page.limit() + 1);
        return new CasePage(SHOWN.formatted(both), own.parameters());
    }

    private static String time(String name) {
        return "cast(cast(:" + name + " as text) as timestamptz)";
    }

    private static void text(Conditions where, SearchTerms terms, WordFrequencies frequencies) {
        var telling = frequencies.telling(terms);
        where.and("t.terms @@ cast(cast(:terms as text) as tsquery)", "terms", query(telling));
        if (telling.size() < terms.parts().size()) {
            // the operator's function, for which no index is used
            where.and(
                    "ts_match_vq(t.terms, cast(cast(:allTerms as text) as tsquery))", "allTerms", query(terms.parts()));
        }
        for (var i = 0; i < terms.runs().size(); i++) {
            where.and(
                    "position(:run%d in normalize(concat_ws(' ', f.text, f.address), nfkc)) > 0".formatted(i),
                    "run" + i,
                    terms.runs().get(i));
        }
    }

    private static String query(List<Part> parts) {
        return parts.stream()
                .map(part -> "'" + part.text() + "'" + (part.isBeginning() ? ":*" : ""))
                .collect(Collectors.joining(" & "));
    }

    private static void limit(Conditions where, Scope scope) {
        if (scope.nothing()) {
            where.and("false");
        }
        scope.department().ifPresent(v -> where.and("f.department = :scopeDepartment", "scopeDepartment", v));
        scope.area().ifPresent(v -> area(where, "scopeArea", v));
    }

    /** Codes that begin so, as a range: up to the code whose last character is the next one. */
    private static void area(Conditions where, String name, String beginning) {
        if (beginning.isEmpty()) {
            return;
        }
        var last = beginning.length() - 1;
        var end = beginning.substring(0, last) + (char) (beginning.charAt(last) + 1);
        where.and("f.area_code >= :%1$s and f.area_code < :%1$sEnd".formatted(name), name, beginning);
        where.parameter(name + "End", end);
    }
}

package city.urbanops.metrics.persistence;

import city.urbanops.metrics.domain.CaseSet;
import city.urbanops.metrics.domain.Repeat;

/** {@link Repeat} as SQL, for every statement that asks about it; index {@code case_fact_place} leads to the earlier cases. */
public final class RepeatSql {

    /** The earlier cases that a row called {@code one} repeats. */
    public static final String EARLIER = """
            from case_fact before
            where before.class_code = one.class_code and before.area_code = one.area_code
              and before.filed_at < one.filed_at and before.filed_at >= one.filed_at - interval '%d days'
              and before.sets & %d <> 0
            """.formatted(Repeat.DAYS, CaseSet.FILED.bit());

    private RepeatSql() {}
}

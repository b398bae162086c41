-- From a figure of a class or a channel to its cases: the days come from dashboard_rollup, the cases of a day from here, without reading the
-- others of that day. In the place of case_fact_counted, not beside it: what the fold writes stays as much (ADR 0083). `sets` is not in it:
-- an index that names it would make a new row version, in every index, of each hand-back and each closing.
create index case_fact_day on case_fact (counted_on, channel, class_code, area_code);
drop index case_fact_counted;
create index on rebuild.case_fact (counted_on, channel, class_code, area_code);
drop index rebuild.case_fact_counted_on_case_id_idx;

-- From a class, unit or channel to the days on which it had such a case: side by side here, one in hundreds in the primary key. A row of
-- sums is inserted once and updated in its place, so this costs an entry for a row, not for an event. Nobody asks the schema of rebuilds.
create index dashboard_rollup_key on dashboard_rollup (slice, within, grain, key, counted_from);

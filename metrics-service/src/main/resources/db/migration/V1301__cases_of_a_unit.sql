-- From a unit's figure to its cases, however rare: the days come from dashboard_rollup, the unit's cases of a day from here.
create index case_fact_department on case_fact (department, counted_on, case_id);
create index on rebuild.case_fact (department, counted_on, case_id);

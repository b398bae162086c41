-- For BI tools: stable names over tables that are the service's own. Counts only: what is divided by what says the catalogue of indicators
-- (GET /api/v1/metrics/indicators names the columns), so that there is no second definition of a rate.
create schema bi;

comment on schema bi is 'Read-only views for reporting tools; columns are only ever added.';

create view bi.daily_counts as
    select counted_on, to_char(counted_on, 'YYYY-MM') as month, department, district, class_code, channel,
           reported, filed, dispatched, handled, due_to_close, closed, closed_in_time, void, linked, ever_filed, "public", public_verified,
           dispatched_by_rule, dispatched_accurately, to_handle, handled_in_time, handled_late, overdue_open, reworked, reworked_of_due,
           reworked_of_handled, closed_of_due, closed_at_once, closed_by_force, closed_by_patrol, returned, transferred, extended,
           suspended, ever_suspended, reopened, escalated, urgent_due, urgent_in_time
    from public.closure_rollup where reported <> 0;
comment on view bi.daily_counts is 'Sizes of the case sets by filing date, unit, district, class and channel; they add up over any of these.';

create view bi.cases as
    select case_id, counted_on, department, left(area_code, 6) as district, area_code, class_code, channel,
           reported_at, filed_at, dispatched_at, due_at, handed_back_at, ending, ended_at, duplicate_of, reworks, extensions, sets
    from public.case_fact where counted_on is not null;
comment on view bi.cases is 'One row a case as it stands; bit n of sets is the n-th case set, counted from 0 in the order of the catalogue.';

create view bi.published_scores as
    select publication.scheme, publication.version, publication.period, publication.revision, publication.published_at,
           score ->> 'unit' as unit, score ->> 'group' as "group", cast(score ->> 'score' as numeric) as score,
           score ->> 'grade' as grade, cast(score ->> 'rank' as int) as rank
    from public.assessment_publication publication, json_array_elements(publication.sheet) as score;
comment on view bi.published_scores is 'Scores of every published period and revision; score is null where a unit was not evaluated.';

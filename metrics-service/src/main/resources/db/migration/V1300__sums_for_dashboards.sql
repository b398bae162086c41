-- The sums of closure_rollup that dashboards ask for, by month, and by day where nothing narrows them: what a figure costs to read must not
-- grow with the number of cases (ADR 0076). Kept in the same transaction as closure_rollup; filled here from what it holds by now.
create table dashboard_rollup (
    slice        text   not null, -- what it is by, and within what: domain/Slice
    within       text   not null, -- a unit or a district, or '' for the whole city
    grain        text   not null, -- day or month
    counted_from date   not null, -- the day, or the first of the month
    key          text   not null,
    reported bigint not null default 0, filed bigint not null default 0, dispatched bigint not null default 0,
    handled bigint not null default 0, due_to_close bigint not null default 0, closed bigint not null default 0,
    closed_in_time bigint not null default 0, void bigint not null default 0, linked bigint not null default 0,
    ever_filed bigint not null default 0, "public" bigint not null default 0, public_verified bigint not null default 0,
    dispatched_by_rule bigint not null default 0, dispatched_accurately bigint not null default 0,
    to_handle bigint not null default 0, handled_in_time bigint not null default 0, handled_late bigint not null default 0,
    overdue_open bigint not null default 0, reworked bigint not null default 0, reworked_of_due bigint not null default 0,
    reworked_of_handled bigint not null default 0, closed_of_due bigint not null default 0, closed_at_once bigint not null default 0,
    closed_by_force bigint not null default 0, closed_by_patrol bigint not null default 0, returned bigint not null default 0,
    transferred bigint not null default 0, extended bigint not null default 0, suspended bigint not null default 0,
    ever_suspended bigint not null default 0, reopened bigint not null default 0, escalated bigint not null default 0,
    urgent_due bigint not null default 0, urgent_in_time bigint not null default 0, check_due bigint not null default 0,
    checked_in_time bigint not null default 0, revisited bigint not null default 0, resolved bigint not null default 0,
    satisfied bigint not null default 0,
    primary key (slice, within, grain, counted_from, key)
) with (fillfactor = 50);

create table rebuild.dashboard_rollup (like public.dashboard_rollup including all);
grant select, insert, update, delete, truncate on rebuild.dashboard_rollup to ${app_role};
revoke delete, truncate on dashboard_rollup from ${app_role};

-- An account that sees one unit, for the days at both ends of a period.
create index closure_rollup_department on closure_rollup (department, counted_on);
create index on rebuild.closure_rollup (department, counted_on);

insert into dashboard_rollup (slice, within, grain, counted_from, key,
    reported, filed, dispatched, handled, due_to_close, closed, closed_in_time, void, linked, ever_filed, "public", public_verified,
    dispatched_by_rule, dispatched_accurately, to_handle, handled_in_time, handled_late, overdue_open, reworked, reworked_of_due,
    reworked_of_handled, closed_of_due, closed_at_once, closed_by_force, closed_by_patrol, returned, transferred, extended, suspended,
    ever_suspended, reopened, escalated, urgent_due, urgent_in_time, check_due, checked_in_time, revisited, resolved, satisfied)
select slice.name, slice.within, slice.grain, slice.counted_from, slice.key,
    sum(reported), sum(filed), sum(dispatched), sum(handled), sum(due_to_close), sum(closed), sum(closed_in_time), sum(void),
    sum(linked), sum(ever_filed), sum("public"), sum(public_verified), sum(dispatched_by_rule), sum(dispatched_accurately),
    sum(to_handle), sum(handled_in_time), sum(handled_late), sum(overdue_open), sum(reworked), sum(reworked_of_due),
    sum(reworked_of_handled), sum(closed_of_due), sum(closed_at_once), sum(closed_by_force), sum(closed_by_patrol), sum(returned),
    sum(transferred), sum(extended), sum(suspended), sum(ever_suspended), sum(reopened), sum(escalated), sum(urgent_due),
    sum(urgent_in_time), sum(check_due), sum(checked_in_time), sum(revisited), sum(resolved), sum(satisfied)
from closure_rollup,
     lateral (values
         ('departments', '', 'month', cast(date_trunc('month', counted_on) as date), department),
         ('departments', '', 'day', cast(date_trunc('day', counted_on) as date), department),
         ('districts', '', 'month', cast(date_trunc('month', counted_on) as date), district),
         ('districts', '', 'day', cast(date_trunc('day', counted_on) as date), district),
         ('classes', '', 'month', cast(date_trunc('month', counted_on) as date), class_code),
         ('classes', '', 'day', cast(date_trunc('day', counted_on) as date), class_code),
         ('channels', '', 'month', cast(date_trunc('month', counted_on) as date), channel),
         ('channels', '', 'day', cast(date_trunc('day', counted_on) as date), channel),
         ('districts of department', department, 'month', cast(date_trunc('month', counted_on) as date), district),
         ('classes of department', department, 'month', cast(date_trunc('month', counted_on) as date), class_code),
         ('channels of department', department, 'month', cast(date_trunc('month', counted_on) as date), channel),
         ('departments of district', district, 'month', cast(date_trunc('month', counted_on) as date), department),
         ('classes of district', district, 'month', cast(date_trunc('month', counted_on) as date), class_code),
         ('channels of district', district, 'month', cast(date_trunc('month', counted_on) as date), channel)
     ) as slice (name, within, grain, counted_from, key)
where reported <> 0
group by 1, 2, 3, 4, 5;

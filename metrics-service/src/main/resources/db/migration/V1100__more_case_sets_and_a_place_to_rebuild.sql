-- More case sets, and what they need to be counted. A row written before this has no sets: the service sees that its definitions are
-- older than its program and counts anew from the log.
alter table case_fact add column marks int not null default 0;     -- what happened at least once, a bit each
alter table case_fact add column sets bigint not null default 0;   -- derived: the case sets it is in, a bit each
alter table case_fact add column counted_on date;                  -- derived: filing date in the city's zone, or the report's

-- From a figure to its cases, and to earlier cases of the same place.
create index case_fact_counted on case_fact (counted_on, case_id);
create index case_fact_place on case_fact (class_code, area_code, filed_at);

alter table closure_rollup
    add column void bigint not null default 0,
    add column linked bigint not null default 0,
    add column ever_filed bigint not null default 0,
    add column public bigint not null default 0,
    add column public_verified bigint not null default 0,
    add column dispatched_by_rule bigint not null default 0,
    add column dispatched_accurately bigint not null default 0,
    add column to_handle bigint not null default 0,
    add column handled_in_time bigint not null default 0,
    add column handled_late bigint not null default 0,
    add column overdue_open bigint not null default 0,
    add column reworked bigint not null default 0,
    add column reworked_of_due bigint not null default 0,
    add column reworked_of_handled bigint not null default 0,
    add column closed_of_due bigint not null default 0,
    add column closed_at_once bigint not null default 0,
    add column closed_by_force bigint not null default 0,
    add column closed_by_patrol bigint not null default 0,
    add column returned bigint not null default 0,
    add column transferred bigint not null default 0,
    add column extended bigint not null default 0,
    add column suspended bigint not null default 0,
    add column ever_suspended bigint not null default 0,
    add column reopened bigint not null default 0,
    add column escalated bigint not null default 0,
    add column urgent_due bigint not null default 0,
    add column urgent_in_time bigint not null default 0;

-- Which definitions the tables were counted by.
create table counting (
    only_row   boolean primary key default true check (only_row),
    version    int         not null,
    since      timestamptz not null
);

-- A rebuild counts here, by the same statements, while the tables above go on serving.
create schema rebuild;
create table rebuild.case_fact (like public.case_fact including all);
create table rebuild.closure_rollup (like public.closure_rollup including all);
grant usage on schema rebuild to ${app_role};
grant select, insert, update, delete, truncate on rebuild.case_fact, rebuild.closure_rollup to ${app_role};

revoke delete, truncate on counting from ${app_role};

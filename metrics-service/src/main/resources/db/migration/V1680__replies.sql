-- Replies promised to reporters: the case sets that follow from them, in every table of counts and in those a rebuild counts in. What is
-- known of a case's reply are marks, for which case_fact has a column.
alter table public.closure_rollup
    add column reply_promised bigint not null default 0,
    add column contact_due bigint not null default 0,
    add column contacted_in_time bigint not null default 0,
    add column reply_due bigint not null default 0,
    add column replied bigint not null default 0,
    add column replied_in_time bigint not null default 0;
alter table public.dashboard_rollup
    add column reply_promised bigint not null default 0,
    add column contact_due bigint not null default 0,
    add column contacted_in_time bigint not null default 0,
    add column reply_due bigint not null default 0,
    add column replied bigint not null default 0,
    add column replied_in_time bigint not null default 0;
alter table public.assessed_rollup
    add column reply_promised bigint not null default 0,
    add column contact_due bigint not null default 0,
    add column contacted_in_time bigint not null default 0,
    add column reply_due bigint not null default 0,
    add column replied bigint not null default 0,
    add column replied_in_time bigint not null default 0;
alter table rebuild.closure_rollup
    add column reply_promised bigint not null default 0,
    add column contact_due bigint not null default 0,
    add column contacted_in_time bigint not null default 0,
    add column reply_due bigint not null default 0,
    add column replied bigint not null default 0,
    add column replied_in_time bigint not null default 0;
alter table rebuild.dashboard_rollup
    add column reply_promised bigint not null default 0,
    add column contact_due bigint not null default 0,
    add column contacted_in_time bigint not null default 0,
    add column reply_due bigint not null default 0,
    add column replied bigint not null default 0,
    add column replied_in_time bigint not null default 0;
alter table rebuild.assessed_rollup
    add column reply_promised bigint not null default 0,
    add column contact_due bigint not null default 0,
    add column contacted_in_time bigint not null default 0,
    add column reply_due bigint not null default 0,
    add column replied bigint not null default 0,
    add column replied_in_time bigint not null default 0;

-- Checks by their deadline and what reporters say afterwards; like every table of facts, the one a rebuild counts in, too.
alter table public.closure_rollup
    add column check_due bigint not null default 0,
    add column checked_in_time bigint not null default 0,
    add column revisited bigint not null default 0,
    add column resolved bigint not null default 0,
    add column satisfied bigint not null default 0;
alter table rebuild.closure_rollup
    add column check_due bigint not null default 0,
    add column checked_in_time bigint not null default 0,
    add column revisited bigint not null default 0,
    add column resolved bigint not null default 0,
    add column satisfied bigint not null default 0;

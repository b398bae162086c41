-- One row per case, folded from its events. A register's …_order says when its value was said: the round above 52 bits of microseconds
-- since 1970, 0 for never; the later one holds, so events may come late, twice or in another order.
create table case_fact (
    case_id           uuid primary key,
    -- the earliest holds
    reported_at       timestamptz,
    filed_at          timestamptz,
    dispatched_at     timestamptz,
    -- the highest holds
    round             int         not null,
    reworks           int         not null,
    extensions        int         not null,
    passed_due_at     timestamptz,
    last_event_at     timestamptz not null,
    -- the latest holds
    class_code        text,
    area_code         text,
    channel           text,
    subject_order     bigint      not null,
    department        text,
    assigned_at       timestamptz,
    assignment_order  bigint      not null,
    due_at            timestamptz,
    due_order         bigint      not null,
    suspended         boolean,
    suspended_order   bigint      not null,
    handed_back_at    timestamptz,
    handed_back_order bigint      not null,
    ending            text,
    ended_at          timestamptz,
    ending_order      bigint      not null,
    duplicate_of      uuid,
    duplicate_order   bigint      not null
) with (fillfactor = 75);

-- Cases whose report has not arrived: they count for nothing, and should be none.
create index case_fact_partial on case_fact (case_id) where reported_at is null;

-- How many cases are in each case set. A row of zeros is left of cases that moved to another key; it counts as absent.
create table closure_rollup (
    counted_on     date   not null, -- filing date in the city's zone; the report's while it is not filed
    department     text   not null, -- current lead unit, or 'unassigned'
    district       text   not null,
    class_code     text   not null,
    channel        text   not null,
    reported       bigint not null,
    filed          bigint not null,
    dispatched     bigint not null,
    handled        bigint not null,
    due_to_close   bigint not null,
    closed         bigint not null,
    closed_in_time bigint not null,
    primary key (counted_on, department, district, class_code, channel)
) with (fillfactor = 50);

revoke delete, truncate on case_fact, closure_rollup from ${app_role};

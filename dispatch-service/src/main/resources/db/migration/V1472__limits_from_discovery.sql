-- Limits that count from discovery: the rule that gives them, the clock that runs by one, and when cases not filed yet were seen.

alter table matrix_rule
    add column discovery_limit text, -- natural time, 24uh
    add column limit_reason    text;

alter table task
    add column counted_from timestamptz; -- absent: the limit counts from clock_started_at

-- Only while a rule counts from discovery; a row goes when its case is filed.
create table case_discovery (
    case_id       uuid        primary key,
    discovered_at timestamptz not null
);

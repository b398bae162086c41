-- Limits that count from discovery: the rule that gives them, and the clock that runs by one.

alter table matrix_rule
    add column discovery_limit text, -- natural time, 24uh
    add column limit_reason    text;

alter table task
    add column counted_from timestamptz; -- absent: the limit counts from clock_started_at

-- Assessment. Everything here is only ever added to, but for the state of an appeal: what was scored, entered or decided stays.
create table assessment_scheme (
    scheme    text        not null,
    version   int         not null,
    document  json        not null,
    stored_at timestamptz not null,
    stored_by text        not null,
    primary key (scheme, version)
);

-- Figures people or other systems hand in; the latest of a unit, period and input holds.
create table assessment_input (
    entry_id   uuid primary key,
    scheme     text             not null,
    period     text             not null,
    unit       text             not null,
    input      text             not null,
    value      double precision not null,
    note       text,
    entered_at timestamptz      not null,
    entered_by text             not null
);
create index assessment_input_latest on assessment_input (scheme, period, unit, input, entered_at desc);

-- The ledger. Points are what the entry adds: a deduction's are negative, its reversal's positive.
create table ledger_entry (
    entry_id   uuid primary key,
    scheme     text        not null,
    version    int         not null,
    period     text        not null,
    unit       text        not null,
    part       text,
    case_id    uuid,
    rule       text,
    points     numeric     not null,
    kind       text        not null,
    reason     text        not null,
    entered_at timestamptz not null,
    entered_by text        not null
);
create index ledger_entry_period on ledger_entry (scheme, period, unit);

create table appeal (
    appeal_id  uuid primary key,
    scheme     text        not null,
    period     text        not null,
    unit       text        not null,
    case_id    uuid        not null,
    reason     text        not null,
    state      text        not null,
    opinion    text,
    raised_at  timestamptz not null,
    raised_by  text        not null,
    decided_at timestamptz,
    decided_by text,
    unique (scheme, case_id)
);
create index appeal_period on appeal (scheme, period, unit);

-- Frozen periods: the whole sheet as it was published.
create table assessment_publication (
    scheme       text        not null,
    period       text        not null,
    revision     int         not null,
    version      int         not null,
    sheet        json        not null,
    digest       text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (scheme, period, revision)
);

revoke delete, truncate on assessment_scheme, assessment_input, ledger_entry, appeal, assessment_publication from ${app_role};
revoke update on assessment_scheme, assessment_input, ledger_entry, assessment_publication from ${app_role};

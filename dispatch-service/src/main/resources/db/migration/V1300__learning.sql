-- What dispatch learns from closed cases: examples, trainings, models with their figures, and classes suggested for reports without one.

-- Closed cases to learn from. Own ones are gathered from task and filed_case when a training starts, those of former systems come in
-- as case.imported; the number tells what a model has seen.
create table learning_example (
    example_no     bigint generated always as identity unique,
    case_id        uuid        primary key,
    opened_at      timestamptz not null,
    class_code     text        not null,
    condition_code text        not null,
    area_code      text        not null,
    channel        text        not null,
    text           text        not null, -- masked, its beginning only
    unit           text,                 -- the unit that had it in the end: the right one
    first_unit     text,                 -- the unit that had it first: the wrong one, where it is another
    source         text        not null
);
create index learning_example_newest on learning_example (opened_at desc);

create table training_run (
    run_id         uuid        primary key,
    state          text        not null, -- REQUESTED, RUNNING, DONE, STOPPED, FAILED
    requested_by   text        not null,
    requested_at   timestamptz not null,
    step           text        not null,
    progress       double precision not null,
    stop_requested boolean     not null,
    heartbeat_at   timestamptz not null,
    ended_at       timestamptz,
    outcome        text
);
-- one training at a time, however many replicas
create unique index training_run_open on training_run ((true)) where state in ('REQUESTED', 'RUNNING');
create index training_run_age on training_run (requested_at);

create table learned_model (
    version         bigint generated always as identity primary key,
    target          text        not null,
    state           text        not null, -- ACTIVE, STANDBY, REFUSED
    run_id          uuid        not null,
    trained_at      timestamptz not null,
    trained_by      text        not null,
    examples        int         not null,
    last_example_no bigint      not null,
    known_classes   text[]      not null,
    scheme          text        not null,
    digest          text        not null, -- SHA-256 of the model's bytes
    threshold       double precision not null,
    live_threshold  double precision,     -- a higher one live results asked for
    automatic       boolean     not null,
    reason          text        not null,
    figures         jsonb       not null,
    changed_at      timestamptz not null
);
create unique index learned_model_active on learned_model (target) where state = 'ACTIVE';

create table learned_model_part (
    version bigint not null references learned_model (version) on delete cascade,
    part    int    not null,
    bytes   bytea  not null,
    primary key (version, part)
);

create table class_suggestion (
    case_id       uuid        primary key,
    area_code     text        not null,
    suggested_at  timestamptz not null,
    model_version text,
    automatic     boolean     not null,
    class_code    text,
    confidence    double precision,
    document      jsonb       not null
);
create index class_suggestion_age on class_suggestion (suggested_at);
revoke update, delete, truncate on class_suggestion from ${app_role};

-- which model decided, beside which rule did
alter table explanation
    add column model_version text;
create index explanation_model on explanation (model_version, decided_at) where model_version is not null;

-- Disputes about the right unit, the ladder a waiting task climbs, and units that see a task without having it.
-- New columns have defaults or may be null: the jar before this one goes on writing without them.

alter table task
    add column first_department text,
    add column moves            int         not null default 0,
    add column arbitrated       boolean     not null default false,
    add column urges            int         not null default 0,
    add column escalation_level int         not null default 0,
    add column escalates_at     timestamptz;

-- rows are written from JSON, which leaves no room for defaults
alter table dispatch_queue
    add column ownership jsonb;

create table task_party (
    task_id     uuid        not null,
    department  text        not null,
    role        text        not null,
    added_at    timestamptz not null,
    reported_at timestamptz,
    opinion     text,
    primary key (task_id, department)
);
create index task_party_department on task_party (department, role, task_id);

create table escalation_step (
    level    int  primary key,
    trigger  text not null,
    audience text not null,
    source   text not null
);

create table unit_hours (
    unit_code text primary key,
    hours     text not null,
    source    text not null
);

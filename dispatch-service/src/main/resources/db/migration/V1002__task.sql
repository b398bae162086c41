-- What dispatch keeps of a filed case: the text a unit is told when it gets the task.
create table filed_case (
    case_id     uuid        primary key,
    case_number text        not null,
    text        text        not null,
    filed_at    timestamptz not null
);

create table task (
    task_id          uuid        primary key,
    case_id          uuid        not null,
    case_number      text        not null,
    department       text        not null,
    workplace        text        not null,
    state            text        not null,
    state_before     text,
    return_opinion   text,
    class_code       text        not null,
    condition_code   text        not null,
    area_code        text        not null,
    channel          text        not null,
    round            int         not null,
    time_limit       text        not null,
    clock_started_at timestamptz not null,
    extensions       int         not null,
    suspensions      int         not null,
    pauses           text        not null, -- ISO 8601 intervals, separated by a blank; the last may be open
    due_at           timestamptz not null,
    overdue_at       timestamptz,
    suspended_until  timestamptz,
    timer_at         timestamptz,          -- when time alone moves it; null when nothing will
    signed_at        timestamptz,
    handed_back_at   timestamptz,
    ended_at         timestamptz,
    version          int         not null
) with (autovacuum_vacuum_scale_factor = 0.05);

create index task_case on task (case_id);
create index task_department on task (department, task_id);
create index task_desk on task (department, state, task_id) where state not in ('CLOSED', 'WITHDRAWN');
create index task_timer on task (timer_at) where timer_at is not null;

-- Cases that wait for a dispatcher; the row goes when the case gets a unit or ends.
create table dispatch_queue (
    case_id             uuid        primary key,
    task_id             uuid        not null unique, -- reserved for the task to come
    case_number         text        not null,
    class_code          text        not null,
    condition_code      text        not null,
    area_code           text        not null,
    channel             text        not null,
    round               int         not null,
    time_limit          text        not null,
    reason              text        not null,
    queued_at           timestamptz not null,
    returned_by         text,                        -- the unit that gave it back, with its stopped clock
    returned_clock      jsonb
);
create index dispatch_queue_age on dispatch_queue (queued_at, case_id);

-- Words and pictures people added to a step of a task.
create table task_record (
    record_id uuid        primary key,
    task_id   uuid        not null,
    action    text        not null,
    actor     text        not null,
    at        timestamptz not null,
    opinion   text,
    note      text,
    media     text[]      not null
);
create index task_record_task on task_record (task_id, record_id);
revoke update, delete, truncate on task_record from ${app_role};

-- Cleaning on demand 环卫作业: one row for each task that reached a cleaning unit. Dispatch owns the task; deadline and suspension are mirrored.
create table work_order (
    task_id         uuid        primary key,
    case_id         uuid        not null,
    case_number     text        not null,
    department      text        not null,
    state           text        not null check (state in ('ORDERED', 'STARTED', 'COMPLETED', 'DROPPED', 'CLOSED')),
    class_code      text        not null,
    area_code       text        not null,
    channel         text        not null,
    due_at          timestamptz not null,
    suspended_until timestamptz,
    round           int         not null check (round >= 1),
    text            text        not null
);
create index work_order_case on work_order (case_id);
create index work_order_desk on work_order (department, state, task_id);

-- What crews did and said on site, step by step. Append-only: inspections look back at it.
create table on_site_record (
    id          bigint generated always as identity primary key,
    task_id     uuid        not null references work_order,
    round       int         not null,
    step        text        not null check (step in ('START', 'COMPLETE')),
    actor       text        not null,
    recorded_at timestamptz not null,
    opinion     text,
    note        text,
    media       json        not null
);
create index on_site_record_task on on_site_record (task_id, id);
revoke update, delete, truncate on on_site_record from ${app_role};

-- On-site handling 现场处置: one row for each task that reached an enforcement unit. Dispatch owns the task; deadline and suspension are mirrored.
create table assignment (
    task_id         uuid        primary key,
    case_id         uuid        not null,
    case_number     text        not null,
    department      text        not null,
    state           text        not null check (state in ('ASSIGNED', 'ACCEPTED', 'REPORTED', 'DROPPED', 'CLOSED')),
    class_code      text        not null,
    area_code       text        not null,
    channel         text        not null,
    due_at          timestamptz not null,
    suspended_until timestamptz,
    round           int         not null check (round >= 1),
    text            text        not null
);
create index assignment_case on assignment (case_id);
create index assignment_desk on assignment (department, state, task_id);

-- What officers did and said on site, step by step. Append-only: it may become evidence.
create table on_site_record (
    id          bigint generated always as identity primary key,
    task_id     uuid        not null references assignment,
    round       int         not null,
    step        text        not null check (step in ('ACCEPT', 'REPORT')),
    actor       text        not null,
    recorded_at timestamptz not null,
    opinion     text,
    note        text,
    media       json        not null
);
create index on_site_record_task on on_site_record (task_id, id);
revoke update, delete, truncate on on_site_record from ${app_role};

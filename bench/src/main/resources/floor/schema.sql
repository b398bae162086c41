-- The domain tables of a lifecycle with the indexes such a service needs, and nothing of inbox, outbox or idempotency.
create table case_file (
    case_id uuid primary key,
    case_number text not null unique,
    channel text not null,
    source_no text not null,
    class_code text not null,
    area_code text not null,
    text text not null,
    phase text not null,
    round int not null,
    department text,
    reported_at timestamptz not null,
    filed_at timestamptz not null,
    due_at timestamptz,
    closed_at timestamptz,
    version bigint not null,
    unique (channel, source_no)
);
create index case_file_by_phase on case_file (phase, filed_at);
create table journal_entry (
    case_id uuid not null,
    sequence int not null,
    type text not null,
    at timestamptz not null,
    actor text not null,
    opinion text,
    primary key (case_id, sequence)
);
create table task (
    task_id uuid primary key,
    case_id uuid not null,
    round int not null,
    department text not null,
    state text not null,
    class_code text not null,
    area_code text not null,
    text text not null,
    due_at timestamptz not null,
    dispatched_at timestamptz not null,
    signed_at timestamptz,
    handed_back_at timestamptz,
    version bigint not null
);
create index task_by_case on task (case_id);
create index task_by_desk on task (department, state, due_at);
create table case_fact (
    case_id uuid primary key,
    class_code text not null,
    area_code text not null,
    channel text not null,
    department text,
    filed_at timestamptz not null,
    due_at timestamptz,
    handled_at timestamptz,
    closed_at timestamptz
);
create sequence case_number;

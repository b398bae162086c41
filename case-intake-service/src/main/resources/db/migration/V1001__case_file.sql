-- Case files, their journal, and who reported them.

create sequence case_number increment by 100; -- a replica takes a hundred numbers at a time

create table case_file (
    case_id        uuid primary key,
    case_number    text        not null unique,
    phase          text        not null,
    round          int         not null,
    channel        text        not null,
    class_code     text        not null,
    condition_code text,
    text           text        not null,
    urgent         boolean     not null,
    area_code      text        not null,
    district_code  text,
    grid_code      text,
    lng            double precision,
    lat            double precision,
    address        text,
    occurred_at    timestamptz not null,
    reported_at    timestamptz not null,
    filed_at       timestamptz,
    closed_at      timestamptz,
    closure_kind   text,
    department     text,
    task_id        uuid,
    due_at         timestamptz,
    rework_count   int         not null,
    duplicate_of   uuid references case_file,
    publisher      text        not null,
    source_no      text,
    journal_length int         not null
) with (fillfactor = 70); -- a case is updated about five times, mostly in place

create index case_file_reported on case_file (reported_at desc, case_id desc);
create index case_file_department on case_file (department, reported_at desc) where department is not null;
create index case_file_nearby on case_file (class_code, lat, occurred_at) where lat is not null and duplicate_of is null;
create index case_file_source on case_file (source_no) where source_no is not null;

-- A number of a handing-in system is taken once, forever; inserting here is how two submissions are told apart.
create table source_number (
    publisher text not null,
    channel   text not null,
    source_no text not null,
    case_id   uuid not null,
    digest    text not null,
    primary key (publisher, channel, source_no)
);

create table journal (
    case_id    uuid        not null,
    sequence   int         not null,
    type       text        not null,
    at         timestamptz not null,
    actor      text        not null,
    opinion    text,
    department text,
    superseded boolean     not null,
    event_id   uuid        not null,
    primary key (case_id, sequence)
);
revoke update, delete, truncate on journal from ${app_role};

-- Who reported: encrypted with a key that is not in this database; the masked forms are for lists.
create table reporter (
    case_id       uuid primary key references case_file,
    name_masked   text,
    phone_masked  text,
    identity      bytea not null
);

create table taxonomy_version (
    version      text primary key,
    document     jsonb       not null,
    effective_at timestamptz not null
);

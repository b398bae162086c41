-- Where a matter belongs that is not ours, what went back to the system it came from, and what came again after that (ADR 0090).

-- Asked for while a request to void waits; in force once the case is void.
alter table case_file
    add column referral_kind   text,
    add column referral_to     text,
    add column earlier_case_id uuid;
create index case_file_referral on case_file (referral_kind, reported_at desc, case_id desc)
    where referral_kind is not null and phase = 'VOID';

-- The city's own lists of kinds; without one the list that ships holds.
create table referral_version (
    version      text primary key,
    kinds        jsonb       not null,
    effective_at timestamptz not null,
    created_by   text        not null
);
revoke update, delete, truncate on referral_version from ${app_role};

-- Work orders given back 退单: written once with the void, never changed.
create table report_return (
    case_id     uuid primary key references case_file,
    case_number text        not null,
    publisher   text        not null,
    channel     text        not null,
    source_no   text        not null,
    area_code   text        not null,
    kind        text        not null,
    to_office   text,
    opinion     text        not null,
    returned_by text        not null,
    returned_at timestamptz not null
);
revoke update, delete, truncate on report_return from ${app_role};
create index report_return_at on report_return (returned_at desc, case_id desc);
create index report_return_channel on report_return (channel, returned_at desc, case_id desc);
create index report_return_publisher on report_return (publisher, returned_at desc, case_id desc);

-- A returned report that came again, under a new number; once.
create table report_resubmission (
    case_id          uuid primary key references case_file,
    returned_case_id uuid not null unique references report_return
);
revoke update, delete, truncate on report_resubmission from ${app_role};

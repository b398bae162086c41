-- Duty rosters of units, and whom messages went to because of them.
-- Not sets of city_version: those are kept for good, and a roster holds people's numbers.

create table duty_roster (
    unit_code text        primary key,
    version   text        not null,
    stored_at timestamptz not null,
    stored_by text        not null,
    posts     jsonb       not null -- with contacts; gone when the next roster comes
);

-- Every version there ever was, without contacts.
create table duty_roster_version (
    unit_code text        not null,
    version   text        not null,
    stored_at timestamptz not null,
    stored_by text        not null,
    posts     jsonb       not null,
    primary key (unit_code, version)
);
create index duty_roster_version_age on duty_roster_version (unit_code, stored_at);
revoke update, delete, truncate on duty_roster_version from ${app_role};

-- One row for each message to a unit that has a roster: the post it went to, or none; the message itself goes once it is sent.
create table duty_choice (
    message_id     uuid        primary key,
    event_id       uuid        not null,
    case_id        uuid        not null,
    unit_code      text        not null,
    channel        text        not null,
    area_code      text        not null,
    roster_version text        not null,
    post_id        text,       -- absent: nobody on duty could be reached that way, the unit's own contacts were told
    chosen_at      timestamptz not null
);
create index duty_choice_age on duty_choice (unit_code, chosen_at, message_id);
revoke update, delete, truncate on duty_choice from ${app_role};

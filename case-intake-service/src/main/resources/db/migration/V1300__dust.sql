-- Dust monitoring: which monitors there are, the steps of the dust rule with their evidence, and episodes that want an answer.

create table dust_site (
    site_id     text primary key,
    role        text             not null,
    name        text             not null,
    county_code text             not null,
    lng         double precision not null,
    lat         double precision not null,
    permit_no   text,
    builder     text,
    active      boolean          not null
);

create table dust_device (
    device_id     text primary key,
    site_id       text not null references dust_site,
    cycle_seconds int  not null
);
create index dust_device_site on dust_device (site_id);

-- One row for each event of the topology; evidence, so the service can add and read only.
create table dust_alarm (
    alarm_id      uuid primary key,
    site_id       text             not null,
    kind          text             not null,
    episode_start timestamptz,
    window_start  timestamptz      not null,
    case_id       uuid,
    evidence      jsonb            not null,
    received_at   timestamptz      not null
);
create index dust_alarm_site on dust_alarm (site_id, window_start desc, alarm_id desc);
create index dust_alarm_newest on dust_alarm (window_start desc, alarm_id desc);
revoke update, delete, truncate on dust_alarm from ${app_role};

create table dust_episode (
    site_id         text        not null,
    episode_start   timestamptz not null,
    alarm_id        uuid        not null unique,
    case_id         uuid,
    answer_due      timestamptz not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    unanswered_at   timestamptz,
    cleared_at      timestamptz,
    primary key (site_id, episode_start)
);
create index dust_episode_due on dust_episode (answer_due)
    where acknowledged_at is null and unanswered_at is null and case_id is not null;

create table dust_device_fault (
    event_id  uuid primary key,
    device_id text        not null,
    site_id   text        not null,
    fault     text        not null,
    since     timestamptz not null,
    at        timestamptz not null
);
create index dust_device_fault_device on dust_device_fault (device_id, at desc);
revoke update, delete, truncate on dust_device_fault from ${app_role};

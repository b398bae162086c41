-- The city's data as versions an administrator stores: every one is kept, the tables hold the one in force.
-- New columns may be null: the jar before this one goes on writing without them.

create table city_version (
    name      text        not null,
    version   text        not null,
    stored_at timestamptz not null,
    stored_by text        not null,
    document  jsonb       not null,
    primary key (name, version)
);
create index city_version_age on city_version (name, stored_at);
revoke update, delete, truncate on city_version from ${app_role};

alter table unit
    add column duties   text[],
    add column contacts jsonb;

alter table matrix_rule
    add column expression      text,
    add column effective_from  date,
    add column effective_until date;

-- Rules of the matrix in force that decide no longer.
create table rule_switch (
    rule_id     text        primary key,
    reason      text        not null,
    switched_at timestamptz not null
);

create table exemption_zone (
    zone_id         text   primary key,
    name            text   not null,
    class_patterns  text[] not null,
    polygon         jsonb,
    hours           text,
    weekdays        text[],
    effective_from  date,
    effective_until date,
    suggestion      text   not null,
    source          text   not null
);

create table dispatch_alert (
    alert_id  uuid        primary key,
    kind      text        not null,
    subject   text        not null,
    message   text        not null,
    raised_at timestamptz not null
);
revoke update, delete, truncate on dispatch_alert from ${app_role};

alter table explanation
    add column rule_id text;
-- explanations come in the order of time: a few pages tell where a month begins
create index explanation_decided on explanation using brin (decided_at);

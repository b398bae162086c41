-- Tables every service has; the code is platform/service-kit. ${app_role} is the role the service runs as: it owns nothing.

-- Events waiting to be published, deleted once the broker acknowledged them.
create table outbox (
    id           bigint generated always as identity primary key,
    event_id     uuid        not null,
    topic        text        not null,
    key          text        not null,
    type         text        not null,
    subject      text        not null,
    occurred_at  timestamptz not null,
    traceparent  text,
    payload      json        not null,
    created_at   timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

-- Ids of events already applied. The day is the event's own, so that a redelivery finds the same partition.
create table inbox (
    event_id  uuid not null,
    event_day date not null,
    primary key (event_id, event_day)
) partition by range (event_day);

create table inbox_other partition of inbox default;

-- Events set aside: the first of a key because it failed, later ones because they stand behind it.
create table parked_event (
    id           bigint generated always as identity primary key,
    event_id     uuid        not null,
    topic        text        not null,
    partition    int         not null,
    "offset"     bigint      not null,
    key          text        not null,
    type         text,
    headers      json        not null,
    payload      bytea,
    reason       text        not null,
    parked_at    timestamptz not null,
    unique (topic, partition, "offset")
);
create index parked_event_key on parked_event (topic, key, id);

-- Answers of commands that carried an Idempotency-Key, kept for 24 hours.
create table idempotent_answer (
    scope       text        not null,
    key         text        not null,
    body_hash   text        not null,
    status      int         not null,
    body        json        not null,
    answered_at timestamptz not null,
    primary key (scope, key)
);
create index idempotent_answer_age on idempotent_answer (answered_at);

-- Partitions need DDL, which the runtime role has not: it may only call this.
create function maintain_inbox(today date, days_kept int) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    day  date;
    part text;
begin
    perform pg_advisory_xact_lock(hashtext('maintain_inbox'));
    for day in select generate_series(today - 1, today + 3, interval '1 day')::date loop
        part := 'inbox_' || to_char(day, 'YYYYMMDD');
        if to_regclass(part) is null and not exists (select 1 from inbox_other where event_day = day) then
            execute format('create table %I partition of inbox for values from (%L) to (%L)', part, day, day + 1);
        end if;
    end loop;
    for part in select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = 'inbox'::regclass and c.relname ~ '^inbox_\d{8}$'
                  and to_date(substr(c.relname, 7), 'YYYYMMDD') < today - days_kept loop
        execute format('drop table %I', part);
    end loop;
end $$;
revoke all on function maintain_inbox(date, int) from public;
grant execute on function maintain_inbox(date, int) to ${app_role};

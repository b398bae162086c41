-- Where units want to be told of their tasks, and what is still to be told. Secrets are derived, not stored.

create table webhook (
    unit_code     text        primary key,
    url           text        not null,
    key_version   int         not null,
    registered_by text        not null,
    registered_at timestamptz not null,
    failures      int         not null default 0, -- in a row
    last_failure  text,
    retry_at      timestamptz not null,
    disabled_at   timestamptz
);

-- A row goes once the receiver took it; rows of a receiver that was given up go with it.
create table notice (
    notice_id  uuid        primary key, -- the event's id: told once, however often the event comes
    unit_code  text        not null references webhook (unit_code) on delete cascade,
    body       text        not null,
    created_at timestamptz not null
);
create index notice_unit on notice (unit_code, created_at, notice_id);

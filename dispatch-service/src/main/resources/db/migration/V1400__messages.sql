-- E-mails and SMS to units: which addresses they go to and how that goes, and what is still to be sent.
-- Beside webhook and notice, whose rows the jar before this one would post as calls.

create table message_route (
    channel      text        not null, -- EMAIL, SMS
    unit_code    text        not null,
    address      text        not null, -- of the unit's contacts
    failures     int         not null default 0, -- in a row
    refusals     int         not null default 0, -- of them, those that are the address's own fault
    last_failure text,
    retry_at     timestamptz not null,
    disabled_at  timestamptz,
    primary key (channel, unit_code, address)
);

-- A row goes once the gateway took it, or when it is too old to tell anybody anything.
create table message (
    message_id uuid        primary key, -- of event, channel, unit and address: told once, however often the event comes
    channel    text        not null,
    unit_code  text        not null,
    address    text        not null,
    subject    text        not null,
    body       text        not null,
    created_at timestamptz not null,
    foreign key (channel, unit_code, address) references message_route (channel, unit_code, address) on delete cascade
);
create index message_route_order on message (channel, unit_code, address, created_at, message_id);
create index message_age on message (created_at);

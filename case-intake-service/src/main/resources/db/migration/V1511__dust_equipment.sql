-- Monitors that are silent or stuck, and the case each has of it: from the fault until the monitor measures again.

create table dust_equipment (
    device_id    text        not null,
    since        timestamptz not null,
    site_id      text        not null,
    case_id      uuid,
    recovered_at timestamptz,
    primary key (device_id, since)
);

-- Joint operations of several units: who leads and helps, about what, where, from when until when.

create table joint_operation (
    operation_id    text        primary key,
    name            text        not null,
    class_patterns  text[]      not null,
    area_code       text,
    lead_unit       text,       -- absent: the matrix names it
    assisting_units text[]      not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    source          text        not null
);

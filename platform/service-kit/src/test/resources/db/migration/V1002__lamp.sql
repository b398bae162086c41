-- One column of each kind that kit.persistence.EntityTable knows.
create table lamp (
    lamp_id uuid        primary key,
    street  text        not null,
    colour  text        not null,
    lit_at  timestamptz,
    watts   int         not null,
    seal    bytea,
    version int         not null
);

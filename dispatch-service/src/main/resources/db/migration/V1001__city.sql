-- Reference data of the city: whole sets, replaced together with their version.

create table reference_version (
    name      text        primary key,
    version   text        not null,
    stored_at timestamptz not null
);

create table area (
    code        text  primary key,
    name        text  not null,
    name_en     text  not null,
    level       text  not null,
    parent_code text,
    polygon     jsonb not null
);

create table unit (
    position    int     not null,
    code        text    primary key,
    name_zh     text    not null,
    name_en     text    not null,
    kind        text    not null,
    parent_code text,
    workplace   text    not null,
    area_code   text    not null,
    active      boolean not null
);

create table matrix_rule (
    rule_id         text   primary key,
    class_pattern   text   not null,
    condition_code  text,
    area_code       text,
    lead_unit       text   not null,
    assisting_units text[] not null,
    source          text   not null
);

create table calendar_day (
    day  date primary key,
    kind text not null,
    name text not null
);

-- Photos that units hand in with their steps (ADR 0085): for which round, and whether they show the matter as handled.

alter table media
    add column round          int,
    add column after_handling boolean not null default false;

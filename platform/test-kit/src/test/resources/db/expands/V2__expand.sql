alter table thing add column colour text;
alter table thing add column weight int not null default 0;
alter table thing alter column size drop not null;
create index on thing (name);
create table third (id bigint primary key, thing bigint not null references thing);
create or replace view thing_names as select id, name, colour from thing;
create function greeting(who text, how text) returns text language sql as 'select who';
create unique index thing_colour on thing (name, colour);
alter table thing add column parent bigint references other;

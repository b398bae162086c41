create table thing (id bigint primary key, name text, size int not null default 1, note text);
create table other (id bigint primary key);
create view thing_names as select id, name from thing;
create function greeting(who text) returns text language sql as 'select who';

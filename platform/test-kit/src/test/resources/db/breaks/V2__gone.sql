drop view thing_names;
drop function greeting(text);
drop table other;
alter table thing drop column note;

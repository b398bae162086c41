update thing set name = '' where name is null;
alter table thing alter column name set default '', alter column name set not null;

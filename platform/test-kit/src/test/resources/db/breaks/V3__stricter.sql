alter table thing alter column name type varchar(10);
alter table thing alter column size drop default;
alter table thing add column owner text not null;
alter table thing add constraint thing_size check (size > 0);
create unique index thing_name on thing (name);
revoke delete on thing from ${app_role};

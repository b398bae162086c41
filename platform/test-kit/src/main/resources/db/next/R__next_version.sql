-- What the next version may do to any table, done to every table before a service's tests run: this version must not
-- notice (docs/adr/0075).
do $$
declare
  relation text;
begin
  for relation in
    select format('%I.%I', n.nspname, c.relname)
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and c.relname <> 'flyway_schema_history'
  loop
    execute format(
      'alter table %s add column if not exists next_optional text,'
      ' add column if not exists next_filled text not null default ''filled''', relation);
  end loop;
end
$$;

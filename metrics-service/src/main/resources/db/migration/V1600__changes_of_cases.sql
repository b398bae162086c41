-- Which cases came to count otherwise, noted by triggers, so that no writer can forget it: the fold, that of the version before, a rebuild
-- that is adopted. Sheets of assessment are kept up to date by it, case by case (ADR 0083). A note is of use for minutes: rows are deleted
-- again, and the tables are not logged. After a crash both are empty; the epoch is missing then, and whoever kept something reads anew.
create unlogged table case_change (
    month      date not null,                               -- in which the case counts, or counted before
    xid        xid8 not null default pg_current_xact_id(),  -- the transaction that changed it
    case_id    uuid not null,
    class_code text,                                        -- a place it entered or left; absent if it stayed where it was
    area_code  text,
    filed_at   timestamptz
);
create index case_change_news on case_change (month, xid);

create unlogged table case_change_epoch (
    only_row boolean     primary key default true check (only_row),
    epoch    uuid        not null, -- another one means that notes were lost
    from_xid xid8        not null, -- older notes are deleted
    next_xid xid8        not null, -- where from_xid moves next
    moved_at timestamptz not null
);
insert into case_change_epoch (epoch, from_xid, next_xid, moved_at)
select gen_random_uuid(), pg_snapshot_xmin(pg_current_snapshot()), pg_snapshot_xmin(pg_current_snapshot()), now();

-- 2 is CaseSet.FILED: no other case is looked at.
create function note_added_cases() returns trigger language plpgsql as $$
begin
    insert into public.case_change (month, case_id, class_code, area_code, filed_at)
    select date_trunc('month', counted_on), case_id, class_code, area_code, filed_at from entered where sets & 2 <> 0;
    return null;
end $$;

create function note_changed_cases() returns trigger language plpgsql as $$
begin
    -- as it counts now
    insert into public.case_change (month, case_id, class_code, area_code, filed_at)
    select date_trunc('month', now.counted_on), now.case_id,
           case when moved then now.class_code end, case when moved then now.area_code end, case when moved then now.filed_at end
    from gone was join entered now on now.case_id = was.case_id,
         lateral (select was.sets & 2 = 0 or was.filed_at <> now.filed_at or was.class_code <> now.class_code
                         or was.area_code <> now.area_code as moved) as place
    where now.sets & 2 <> 0
      and (was.sets <> now.sets or was.department is distinct from now.department or was.channel <> now.channel
           or was.reworks <> now.reworks or was.extensions <> now.extensions or moved);
    -- as it counted before, where that was elsewhere
    insert into public.case_change (month, case_id, class_code, area_code, filed_at)
    select date_trunc('month', was.counted_on), was.case_id, was.class_code, was.area_code, was.filed_at
    from gone was join entered now on now.case_id = was.case_id
    where was.sets & 2 <> 0
      and (now.sets & 2 = 0 or was.filed_at <> now.filed_at or was.class_code <> now.class_code or was.area_code <> now.area_code);
    return null;
end $$;

-- All at once is no change of cases: what is kept of them is nothing any more.
create function note_emptied_cases() returns trigger language plpgsql as $$
begin
    delete from public.case_change_epoch;
    return null;
end $$;

create trigger case_fact_added after insert on case_fact
    referencing new table as entered for each statement execute function note_added_cases();
create trigger case_fact_changed after update on case_fact
    referencing old table as gone new table as entered for each statement execute function note_changed_cases();
create trigger case_fact_deleted after delete on case_fact for each statement execute function note_emptied_cases();
create trigger case_fact_emptied after truncate on case_fact for each statement execute function note_emptied_cases();

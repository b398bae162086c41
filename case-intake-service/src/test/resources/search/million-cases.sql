-- The trigger rests: million-texts.sql writes what it would, on another connection at the same time.
alter table case_file disable trigger case_text_kept;
insert into case_file (
    case_id, case_number, phase, round, channel, class_code, text, urgent, area_code, district_code, grid_code, lng, lat, address,
    occurred_at, reported_at, filed_at, closed_at, closure_kind, department, rework_count, duplicate_of, publisher, source_no,
    journal_length, referral_kind)
select
    case_id, 'M' || lpad(number::text, 12, '0'), shown, 1, channel, class_code,
    street || house || '号' || matter || '，' || shop || '，' || harm || '，' || wish, false, area_code, left(area_code, 6),
    area_code || '01', lng, lat, street || house || '号', reported_at, reported_at, reported_at,
    case shown when 'CLOSED' then reported_at + luck * interval '9 days' end, case shown when 'CLOSED' then 'NORMAL' end,
    case when shown not in ('REPORTED', 'VERIFYING', 'FILED') then department end, 0, duplicate_of, 'million',
    case when luck < 0.3 then 'S' || number end, 5,
    case when shown = 'VOID' and luck < 0.5 then case when luck < 0.02 then 'ARBITRATION' else 'LITIGATION' end end
from (select *, case when duplicate_of is null then phase else 'REPORTED' end as shown from million.drawn) as told
order by number desc;
alter table case_file enable trigger case_text_kept;

-- Search over all cases, newest first, each filter by an index.

-- What a text is found by: words as they are, and of Chinese, which has no gaps between words, each pair of neighbours and the last
-- character alone. "井盖丢失" has 井盖 盖丢 丢失 失. The class SearchTerms makes queries of the same parts; see ADR 0027.
create function case_terms(document text) returns tsvector language sql immutable parallel safe as $$
    select array_to_tsvector(array_remove(regexp_split_to_array(
        regexp_replace(
            regexp_replace(plain, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,2}', ' \& ', 'g')
            || ' '
            || regexp_replace(
                regexp_replace(
                    plain, '(?<![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]', ' ', 'g'),
                '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,2}', ' \& ', 'g'),
            '([[:alnum:]]{40})[[:alnum:]]+', '\1', 'g'), -- nobody types more of a word; and an index entry has a limit
        '[^[:alnum:]]+'), ''))
    from (select lower(normalize(document, nfkc)) as plain) as lowered
$$;

-- A table of its own, written once: a case changes about five times in its life, its text never.
create table case_text (
    case_id     uuid        primary key,
    reported_at timestamptz not null,
    terms       tsvector    not null
);

create function keep_case_text() returns trigger language plpgsql as $$
begin
    insert into case_text (case_id, reported_at, terms)
    values (
        new.case_id, new.reported_at,
        case_terms(concat_ws(' ', new.case_number, new.source_no, new.text, new.address)));
    return null;
end $$;
create trigger case_text_kept after insert on case_file for each row execute function keep_case_text();

insert into case_text (case_id, reported_at, terms)
select case_id, reported_at, case_terms(concat_ws(' ', case_number, source_no, text, address)) from case_file;

-- The list of entries not yet sorted in is read by every search: kept short.
create index case_text_terms on case_text using gin (terms) with (gin_pending_list_limit = 512);
create index case_text_reported on case_text (reported_at desc, case_id desc);

create index case_file_phase on case_file (phase, reported_at desc, case_id desc);
create index case_file_class on case_file (class_code, reported_at desc, case_id desc);
create index case_file_district on case_file (district_code, reported_at desc, case_id desc);
create index case_file_channel on case_file (channel, reported_at desc, case_id desc);
create index case_file_area on case_file (area_code text_pattern_ops);
-- A linked report is searched by its parent's phase.
create index case_file_linked on case_file (reported_at desc, case_id desc) where duplicate_of is not null;

revoke update, delete, truncate on case_text from ${app_role};

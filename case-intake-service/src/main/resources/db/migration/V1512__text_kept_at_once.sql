-- A thousand imported cases are one statement, and their texts are kept by one as well: a row at a time they were half of its cost.
create or replace function keep_case_text() returns trigger language plpgsql as $$
begin
    insert into case_text (case_id, reported_at, terms)
    select case_id, reported_at, case_terms(concat_ws(' ', case_number, source_no, text, address)) from added;
    return null;
end $$;
drop trigger case_text_kept on case_file;
create trigger case_text_kept after insert on case_file
    referencing new table as added for each statement execute function keep_case_text();

-- The same parts as before; what has no Chinese in it is not searched for its neighbours. Offset 0 keeps the planner from copying the
-- expression to each of its mentions.
create or replace function case_terms(document text) returns tsvector language sql immutable parallel safe as $$
    select array_to_tsvector(array_remove(regexp_split_to_array(
        regexp_replace(
            case when plain ~ '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]' then
                regexp_replace(plain, '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,2}', ' \& ', 'g')
                || ' '
                || regexp_replace(
                    regexp_replace(
                        plain, '(?<![\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]', ' ', 'g'),
                    '[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{1,2}', ' \& ', 'g')
            else plain end,
            '([[:alnum:]]{40})[[:alnum:]]+', '\1', 'g'), -- nobody types more of a word; and an index entry has a limit
        '[^[:alnum:]]+'), ''))
    from (select lower(normalize(document, nfkc)) as plain offset 0) as lowered
$$;

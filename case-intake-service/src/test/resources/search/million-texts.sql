-- What case_terms makes of each, put together of pieces, because a million texts take it two minutes; the test compares some.
create unlogged table million.piece as
select word, array(select unnest(tsvector_to_array(case_terms(word)))) as terms
from (
    select distinct word
    from million.words, lateral (
        select street || kind from unnest(streets) as street, unnest(kinds) as kind
        union all select '号' || thing || fault from unnest(things) as thing, unnest(faults) as fault
        union all select unnest(harms) union all select unnest(wishes) union all select '') as all_words(word)
) as once;
alter table million.piece add primary key (word);
analyze million.piece;

insert into case_text (case_id, reported_at, terms)
select
    case_id, reported_at,
    array_to_tsvector(
        street.terms || matter.terms || harm.terms || wish.terms
        || array['m' || lpad(number::text, 12, '0'), house, '号', left(shop, 2), substr(shop, 2, 2), '店门', '门口', '口']
        || case when luck < 0.3 then array['s' || number] else '{}' end)
from million.drawn
join million.piece as street on street.word = drawn.street
join million.piece as matter on matter.word = '号' || drawn.matter
join million.piece as harm on harm.word = drawn.harm
join million.piece as wish on wish.word = drawn.wish
order by number desc;

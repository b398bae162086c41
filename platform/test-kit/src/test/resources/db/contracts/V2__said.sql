-- contract public.other: no version since 0.2 reads it
drop table other;

-- What a million generated cases showed.

-- Without a word's frequency the planner takes it for one in two hundred, and reads on by date for what is one in a million.
alter table case_text alter column terms set statistics 1000;

-- Codes are looked up as a range, whose size the planner can tell.
drop index case_file_area;
create index case_file_area on case_file (area_code);

-- So that the linked reports of a phase's cases are found in the index alone.
drop index case_file_linked;
create index case_file_linked on case_file (reported_at desc, case_id desc) include (duplicate_of) where duplicate_of is not null;

-- What a million generated cases showed the second time (ADR 0056).

-- A report that follows another keeps its own phase, REPORTED, for ever: without those, a phase is as long as its list of cases.
create index case_file_standing on case_file (phase, reported_at desc, case_id desc) where duplicate_of is null;
drop index case_file_phase;

-- Every twentieth report follows another. These two hold all that a search may ask of one, by date and by the case it follows, so that none
-- of them is fetched in vain; the planner takes them for close together in the table, where they are spread over all of it.
drop index case_file_linked;
create index case_file_linked on case_file (reported_at desc, case_id desc)
    include (duplicate_of, class_code, channel, area_code, district_code, department) where duplicate_of is not null;
create index case_file_follower on case_file (duplicate_of)
    include (reported_at, case_id, class_code, channel, area_code, district_code, department) where duplicate_of is not null;
drop index case_file_followers;

-- That nearly all reports of phase REPORTED are such followers, the planner cannot know from the two columns apart.
create statistics case_file_phase_linked (mcv) on phase, duplicate_of from case_file;

-- How many photos an account has that no case has: counted before each upload.
create index media_unattached_of on media (uploaded_by) where case_id is null;

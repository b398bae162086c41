-- The last round somebody was sent to check; 0 for none, as in every case of the version before.
alter table case_file add column check_sent_round int not null default 0;

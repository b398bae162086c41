-- Cases of former systems. They lie among the others, so that one search finds all, and are told from them by their source_system.
alter table case_file
    add column source_system text,
    add column imported      jsonb; -- what of that system's record has no column of its own

-- A case of a system is imported once: this decides, also between two imports at once.
create unique index case_file_imported on case_file (source_system, source_no) where source_system is not null;

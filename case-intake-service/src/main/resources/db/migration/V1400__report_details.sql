-- What a channel says beyond the report (DOMAIN §12). Written once with the case, never changed.
create table report_details (
    case_id  uuid primary key references case_file,
    details  jsonb not null,
    -- what identifies a person, encrypted with the reporter's key
    personal bytea
);
revoke update, delete, truncate on report_details from ${app_role};

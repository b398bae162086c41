-- Photos of cases (ADR 0055). The pictures themselves lie in the object store; a row says READY only once its object is there.

create table media (
    media_id              uuid primary key,
    kind                  text        not null,
    -- UPLOADING: started, nothing to see yet; READY: checked and stored; GOING: being removed, whoever removes it
    state                 text        not null,
    uploaded_by           text        not null,
    created_at            timestamptz not null,
    -- what was promised of a pre-signed upload, and until when its URL is good
    promised_type         text,
    promised_bytes        bigint,
    promised_sha256       text,
    upload_until          timestamptz,
    object_key            text,
    content_type          text,
    width                 int,
    height                int,
    bytes                 bigint,
    taken_at              timestamptz,
    lng                   double precision,
    lat                   double precision,
    position_outside_city boolean     not null default false,
    case_id               uuid references case_file,
    attached_at           timestamptz,
    constraint media_ready_has_object check (state <> 'READY' or object_key is not null)
);
create index media_of_case on media (case_id, kind, attached_at) where case_id is not null;
-- what the cleaning job looks for
create index media_unattached on media (created_at) where case_id is null;
create index media_upload_until on media (upload_until) where upload_until is not null;

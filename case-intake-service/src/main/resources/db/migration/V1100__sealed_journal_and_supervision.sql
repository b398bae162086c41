-- Every journal entry is sealed: SHA-256 over the seal before it and its own fields, so that a change afterwards shows.
-- What the centre itself has open on a case, the standards it was filed under, and answers due to reporters.

alter table journal add column details text, add column seal bytea;

alter table case_file
    add column journal_seal        bytea,
    add column taxonomy_version    text,
    add column request_kind        text,
    add column requested_by        text,
    add column stage_due_at        timestamptz,
    add column accept_rest_seconds bigint,
    add column revisited_round     int not null default 0;

create index case_file_followers on case_file (duplicate_of) where duplicate_of is not null;

-- Seals what was written before there were seals; the same bytes as JournalHead makes.
create function pg_temp.part(field text) returns text language sql immutable as
$$ select case when field is null then '-;' else octet_length(convert_to(field, 'UTF8'))::text || ':' || field || ';' end $$;

do $$
declare
    entry journal%rowtype;
    current uuid;
    before text;
    sealed bytea;
begin
    for entry in select * from journal order by case_id, sequence loop
        if current is distinct from entry.case_id then
            current := entry.case_id;
            before := repeat('0', 64);
        end if;
        sealed := sha256(convert_to(
            pg_temp.part(before) || pg_temp.part(entry.case_id::text) || pg_temp.part(entry.sequence::text)
            || pg_temp.part(entry.type) || pg_temp.part((extract(epoch from entry.at) * 1000000)::bigint::text)
            || pg_temp.part(entry.actor) || pg_temp.part(entry.opinion) || pg_temp.part(entry.department)
            || pg_temp.part(entry.superseded::text) || pg_temp.part(entry.event_id::text) || pg_temp.part(entry.details),
            'UTF8'));
        update journal set seal = sealed where case_id = entry.case_id and sequence = entry.sequence;
        update case_file set journal_seal = sealed where case_id = entry.case_id;
        before := encode(sealed, 'hex');
    end loop;
end $$;

-- A caller is recognised by a keyed digest of the phone; the key is not in this database.
alter table reporter add column phone_token bytea;
create index reporter_phone_token on reporter (phone_token) where phone_token is not null;

-- Who is to be told how it ended: the reporter of the case and of every report that follows it.
create table reporter_answer (
    case_id      uuid        not null references case_file,
    answered_for uuid        not null references case_file,
    round        int         not null,
    closure_kind text        not null,
    opinion      text,
    due_since    timestamptz not null,
    answered_at  timestamptz,
    answered_by  text,
    primary key (case_id, answered_for, round)
);
create index reporter_answer_open on reporter_answer (due_since, case_id) where answered_at is null;

-- A version of the standards is told to the other services once, when it comes into force.
alter table taxonomy_version add column published_at timestamptz, add column created_by text;
update taxonomy_version set published_at = effective_at;

-- Texts of reports, findable by likeness: MinHash bands, written a second after the report.
create table text_fingerprint (
    case_id     uuid        primary key references case_file,
    reported_at timestamptz not null,
    bands       int[]       not null
);
create index text_fingerprint_bands on text_fingerprint using gin (bands);
create index text_fingerprint_reported on text_fingerprint (reported_at);

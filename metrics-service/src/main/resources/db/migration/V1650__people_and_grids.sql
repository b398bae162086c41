-- What people of the centre did with a case, a line per step (domain/Steps): part of the fact, so that it is read, written, rebuilt and
-- compared with it. And the case sets that follow from it, in every table of counts and in those a rebuild counts in.
alter table public.case_fact add column steps text not null default '';
alter table rebuild.case_fact add column steps text not null default '';
alter table public.closure_rollup
    add column accepted bigint not null default 0,
    add column found_by_patrol bigint not null default 0,
    add column found_validly bigint not null default 0,
    add column verify_due bigint not null default 0,
    add column verified_in_time bigint not null default 0,
    add column filing_due bigint not null default 0,
    add column filed_in_time bigint not null default 0,
    add column dispatch_due bigint not null default 0,
    add column dispatched_in_time bigint not null default 0,
    add column verify_send_due bigint not null default 0,
    add column verify_sent_in_time bigint not null default 0,
    add column check_send_due bigint not null default 0,
    add column check_sent_in_time bigint not null default 0;
alter table rebuild.closure_rollup
    add column accepted bigint not null default 0,
    add column found_by_patrol bigint not null default 0,
    add column found_validly bigint not null default 0,
    add column verify_due bigint not null default 0,
    add column verified_in_time bigint not null default 0,
    add column filing_due bigint not null default 0,
    add column filed_in_time bigint not null default 0,
    add column dispatch_due bigint not null default 0,
    add column dispatched_in_time bigint not null default 0,
    add column verify_send_due bigint not null default 0,
    add column verify_sent_in_time bigint not null default 0,
    add column check_send_due bigint not null default 0,
    add column check_sent_in_time bigint not null default 0;
alter table public.dashboard_rollup
    add column accepted bigint not null default 0,
    add column found_by_patrol bigint not null default 0,
    add column found_validly bigint not null default 0,
    add column verify_due bigint not null default 0,
    add column verified_in_time bigint not null default 0,
    add column filing_due bigint not null default 0,
    add column filed_in_time bigint not null default 0,
    add column dispatch_due bigint not null default 0,
    add column dispatched_in_time bigint not null default 0,
    add column verify_send_due bigint not null default 0,
    add column verify_sent_in_time bigint not null default 0,
    add column check_send_due bigint not null default 0,
    add column check_sent_in_time bigint not null default 0;
alter table rebuild.dashboard_rollup
    add column accepted bigint not null default 0,
    add column found_by_patrol bigint not null default 0,
    add column found_validly bigint not null default 0,
    add column verify_due bigint not null default 0,
    add column verified_in_time bigint not null default 0,
    add column filing_due bigint not null default 0,
    add column filed_in_time bigint not null default 0,
    add column dispatch_due bigint not null default 0,
    add column dispatched_in_time bigint not null default 0,
    add column verify_send_due bigint not null default 0,
    add column verify_sent_in_time bigint not null default 0,
    add column check_send_due bigint not null default 0,
    add column check_sent_in_time bigint not null default 0;

-- Sums by month of those who are assessed besides units: people by what they did themselves, and unit grids. A dashboard reads a row for
-- each, however many cases there are.
create table assessed_rollup (
    kind         text not null, -- domain/Assessed
    counted_from date not null, -- the first of the month
    key          text not null, -- an account, or a grid
    reported bigint not null default 0, filed bigint not null default 0, dispatched bigint not null default 0,
    handled bigint not null default 0, due_to_close bigint not null default 0, closed bigint not null default 0,
    closed_in_time bigint not null default 0, void bigint not null default 0, linked bigint not null default 0,
    ever_filed bigint not null default 0, "public" bigint not null default 0, public_verified bigint not null default 0,
    dispatched_by_rule bigint not null default 0, dispatched_accurately bigint not null default 0, to_handle bigint not null default 0,
    handled_in_time bigint not null default 0, handled_late bigint not null default 0, overdue_open bigint not null default 0,
    reworked bigint not null default 0, reworked_of_due bigint not null default 0, reworked_of_handled bigint not null default 0,
    closed_of_due bigint not null default 0, closed_at_once bigint not null default 0, closed_by_force bigint not null default 0,
    closed_by_patrol bigint not null default 0, returned bigint not null default 0, transferred bigint not null default 0,
    extended bigint not null default 0, suspended bigint not null default 0, ever_suspended bigint not null default 0,
    reopened bigint not null default 0, escalated bigint not null default 0, urgent_due bigint not null default 0,
    urgent_in_time bigint not null default 0, check_due bigint not null default 0, checked_in_time bigint not null default 0,
    revisited bigint not null default 0, resolved bigint not null default 0, satisfied bigint not null default 0,
    accepted bigint not null default 0, found_by_patrol bigint not null default 0, found_validly bigint not null default 0,
    verify_due bigint not null default 0, verified_in_time bigint not null default 0, filing_due bigint not null default 0,
    filed_in_time bigint not null default 0, dispatch_due bigint not null default 0, dispatched_in_time bigint not null default 0,
    verify_send_due bigint not null default 0, verify_sent_in_time bigint not null default 0, check_send_due bigint not null default 0,
    check_sent_in_time bigint not null default 0,
    primary key (kind, counted_from, key)
) with (fillfactor = 50);
create table rebuild.assessed_rollup (like public.assessed_rollup including all);
grant select, insert, update, delete, truncate on rebuild.assessed_rollup to ${app_role};
revoke delete, truncate on assessed_rollup from ${app_role};

-- The beat of a supervisor: what the public finds there was missed by him. Only ever added to; of several the one holds that is valid from
-- the latest day, and of those the one entered last.
create table beat (
    entry_id   uuid primary key,
    account    text        not null,
    areas      text[]      not null, -- prefixes of area codes; empty for none any more
    valid_from date        not null,
    entered_at timestamptz not null,
    entered_by text        not null
);
create index beat_latest on beat (account, valid_from desc, entered_at desc);
revoke update, delete, truncate on beat from ${app_role};

-- Scores of people are not for reporting tools.
create or replace view bi.published_scores as
    select publication.scheme, publication.version, publication.period, publication.revision, publication.published_at,
           score ->> 'unit' as unit, score ->> 'group' as "group", cast(score ->> 'score' as numeric) as score,
           score ->> 'grade' as grade, cast(score ->> 'rank' as int) as rank
    from public.assessment_publication publication, json_array_elements(publication.sheet) as score
    where exists (select 1 from public.assessment_scheme scheme
                  where scheme.scheme = publication.scheme and scheme.version = publication.version
                    and coalesce(scheme.document ->> 'subjects', 'units') in ('units', 'grids'));

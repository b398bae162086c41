-- Figures units report that no case tells (填报指标): a catalogue by version, reports, and what was decided about each. Only ever added to: a
-- correction is another report.
create table reported_indicator (
    indicator text        not null,
    version   int         not null,
    document  json        not null,
    stored_at timestamptz not null,
    stored_by text        not null,
    primary key (indicator, version)
);

create table reported_figure (
    entry_id    uuid primary key,
    indicator   text        not null,
    version     int         not null, -- of the indicator, by which it was checked
    unit        text        not null,
    period      text        not null, -- 2026-03, 2026-Q1, 2026-H1, 2026
    numerator   numeric     not null, -- the count or the rank, where it is no ratio
    denominator numeric,
    excluded    numeric,              -- taken off the denominator
    note        text,
    evidence    text,
    correction  boolean     not null,
    entered_at  timestamptz not null,
    entered_by  text        not null
);
create index reported_figure_of on reported_figure (indicator, unit, period);
create index reported_figure_unit on reported_figure (unit);

-- One decision for each report; a second one has no place.
create table reported_decision (
    entry_id   uuid primary key references reported_figure,
    confirmed  boolean     not null,
    opinion    text,
    decided_at timestamptz not null,
    decided_by text        not null
);

revoke update, delete, truncate on reported_indicator, reported_figure, reported_decision from ${app_role};

-- What a period was scored by, so that it can be computed again after a figure was corrected; absent for older publications.
alter table assessment_publication add column inputs json;

create view bi.reported_figures as
    select distinct on (figure.indicator, figure.unit, figure.period)
           figure.indicator, figure.unit, figure.period, figure.numerator, figure.denominator, figure.excluded,
           figure.entered_at, decision.decided_at as confirmed_at
    from public.reported_figure figure join public.reported_decision decision using (entry_id)
    where decision.confirmed
    order by figure.indicator, figure.unit, figure.period, figure.entered_at desc, figure.entry_id desc;
comment on view bi.reported_figures is 'The confirmed report of each indicator, unit and period; divide numerator by denominator less excluded.';

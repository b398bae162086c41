-- Forecasts and warnings. What is due soon, however many cases there are; a deadline changes only where case_fact_department changes, too,
-- so hand-backs and closings stay updates within a page. Not repeated for the schema of rebuilds: nobody asks there.
create index case_fact_due on case_fact (due_at, case_id);

-- Repeated cases by month (domain/Repeat). Derived by a job, month by month: the fold knows one case at a time, a repeat takes two.
create table repeat_rollup (
    month      date   not null, -- its first day
    department text   not null,
    district   text   not null,
    class_code text   not null,
    filed      bigint not null,
    repeated   bigint not null,
    primary key (month, department, district, class_code)
);
create table repeat_month (
    month      date        primary key,
    counted_at timestamptz not null
);

-- The list of warnings. A warning that is over stays, with the time it was cleared.
create table warning (
    warning_id     uuid             primary key,
    kind           text             not null,
    key            text             not null, -- one warning for each key stands at a time
    unit           text,                      -- what it is about; what is absent means all
    class_code     text,
    area_code      text,
    value          double precision not null,
    expected       double precision not null,
    explanation    text             not null,
    explanation_zh text             not null,
    raised_at      timestamptz      not null,
    seen_at        timestamptz      not null,
    cleared_at     timestamptz
);
create unique index warning_standing on warning (key) where cleared_at is null;
create index warning_cleared on warning (cleared_at desc) where cleared_at is not null;
revoke delete, truncate on warning from ${app_role};

-- Why a case went where it went: one row for each decision, never changed.
create table explanation (
    explanation_id uuid        primary key,
    case_id        uuid        not null,
    round          int         not null,
    task_id        uuid        not null,
    kind           text        not null,
    department     text,
    decided_at     timestamptz not null,
    document       jsonb       not null
);
create index explanation_case on explanation (case_id, explanation_id);
revoke update, delete, truncate on explanation from ${app_role};
